import { isAppPage, isAppQuery, LINK_PAGE, LINK_SHORT, readAppQuery } from './link.rules.js';

describe('a place in the app', () => {
  it.each(['pages/home/index', 'packages/topics/detail/index', LINK_PAGE])('can be %s', (page) => {
    expect(isAppPage(page)).toBe(true);
  });

  it.each([
    '',
    '/pages/home/index',
    'pages/home/index?id=1',
    'https://example.com',
    'pages',
    'pages/../x',
    `pages/${'a'.repeat(128)}/x`,
  ])('cannot be %p', (page) => {
    expect(isAppPage(page)).toBe(false);
  });

  it.each(['', 'id=1', 'session=01ARZ3NDEKTSV4RRFFQ69G5FAV&token=a-b_c', 'q=%E8%B7%AF'])(
    'may have the query %p',
    (query) => {
      expect(isAppQuery(query)).toBe(true);
    },
  );

  it.each(['id', '?id=1', 'id=1&', 'id=1#x', 'id=路', 'a=1 b=2', `id=${'1'.repeat(512)}`])(
    'may not have the query %p',
    (query) => {
      expect(isAppQuery(query)).toBe(false);
    },
  );

  it('gives back what its query says', () => {
    expect(readAppQuery('session=1&q=%E8%B7%AF&empty=')).toEqual({ session: '1', q: '路', empty: '' });
    expect(readAppQuery('')).toEqual({});
  });

  it('has a name that fits a scene', () => {
    expect([LINK_SHORT.test('Ab_-56789012'), LINK_SHORT.test('short'), LINK_SHORT.test('with&amp;1234')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
