import { maskName } from './mask.js';

describe('A masked name', () => {
  it.each([
    ['张建国', '张**'],
    ['李静', '李*'],
    ['王', '王*'],
    ['㐂田', '㐂*'],
    ['𠮷野家', '𠮷**'],
    ['古丽·买买提', '古*****'],
    ['', ''],
  ])('of %s is %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });
});
