import { tencentMeetingPath } from './live.meeting.js';

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
