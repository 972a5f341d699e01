import { isDialIn, telOf, tencentMeetingPath } from './live.meeting.js';

describe('The number of a 腾讯会议', () => {
  it.each([
    ['123456789', '123456789'],
    ['123-456-789', '123456789'],
    ['腾讯会议 123 456 7890', '1234567890'],
    ['会议号：１２３-４５６-７８９，密码 1234', '123456789'],
  ])('is found in “%s”', (written, code) => {
    expect(tencentMeetingPath(written)).toBe(`pages/index/index?code=${code}`);
  });

  it.each(['', '12345678', '1234567890123', '钉钉群'])('is not found in “%s”', (written) => {
    expect(tencentMeetingPath(written)).toBeNull();
  });
});

describe('A number to dial in', () => {
  it.each(['010-8888 1234', '+86 (10) 8888 1234', '010-88881234,,318204567#', '12345'])('may be “%s”', (number) => {
    expect(isDialIn(number)).toBe(true);
  });

  it.each(['', '1234', '会议室电话', '010-8888 1234 转 2', 'tel:010', '1'.repeat(33), '--------'])(
    'is not “%s”',
    (number) => {
      expect(isDialIn(number)).toBe(false);
    },
  );

  it('is dialled without the marks that are only for the eye', () => {
    expect(telOf('+86 (10) 8888-1234,,318204567#')).toBe('+861088881234,,318204567#');
  });
});
