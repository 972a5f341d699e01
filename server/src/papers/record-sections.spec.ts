import { programmeInside } from './record-sections.js';

describe('a programme inside a part of a paper', () => {
  it('is numbered one level lower, so that no number stands there twice', () => {
    expect(
      programmeInside(['一、签到（9:00–9:10）', '二、讨论', '（一）方案', '（二）费用', '三、表态', '（一）举手']),
    ).toEqual(['（一）签到（9:00–9:10）', '（二）讨论', '1. 方案', '2. 费用', '（三）表态', '1. 举手']);
  });

  it('leaves lines as they are that have no number', () => {
    expect(programmeInside(['听取情况', '（临时）补充'])).toEqual(['听取情况', '（临时）补充']);
  });
});
