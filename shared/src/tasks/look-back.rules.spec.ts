import { DEFAULT_SETTINGS } from '../regions/settings.js';
import { LOOK_BACKS, lookBackLabel, lookBackText, lookBackVerdict, publicLookBack } from './look-back.rules.js';

/** As many as it takes, and nobody answers any more. */
const OVER = { minimum: 5, isRunning: false };

describe('Looking back', () => {
  it('comes thirty, ninety and a hundred and eighty days after a promise was closed', () => {
    expect(LOOK_BACKS.map(({ after }) => DEFAULT_SETTINGS.deadlines[after])).toEqual([
      { days: 30 },
      { days: 90 },
      { days: 180 },
    ]);
    expect(LOOK_BACKS.map(({ nth }) => lookBackLabel(nth))).toEqual(['第一次回头看', '第二次回头看', '第三次回头看']);
  });

  it('reopens by the raiser alone', () => {
    expect(lookBackVerdict({ yes: 0, no: 1 }, true)).toBe('reopen');
    expect(lookBackVerdict({ yes: 40, no: 1 }, true)).toBe('reopen');
  });

  it('reopens by half of at least three answers', () => {
    for (let yes = 0; yes <= 10; yes++) {
      for (let no = 0; no <= 10; no++) {
        const wanted = no === 0 ? 'keep' : yes + no >= 3 && no >= yes ? 'reopen' : 'ask';
        expect([yes, no, lookBackVerdict({ yes, no }, false)]).toEqual([yes, no, wanted]);
      }
    }
  });

  it('shows nothing below the minimum, nor while it is answered', () => {
    expect(publicLookBack({ yes: 4, no: 0 }, OVER)).toBeNull();
    expect(publicLookBack({ yes: 4, no: 1 }, OVER)).toEqual({ yes: 4, no: 1 });
    expect(publicLookBack({ yes: 40, no: 1 }, { ...OVER, isRunning: true })).toBeNull();
  });

  it('says how many have answered once they are enough, and what they said when it is over', () => {
    const say = (isRunning: boolean, answers: number | null, counts: { yes: number; no: number } | null) =>
      lookBackText({ isRunning, answers, counts });
    expect(say(true, null, null)).toBe('正在听取意见，结束后公布结果。');
    expect(say(true, 6, null)).toBe('已有 6 人回答，结束后公布结果。');
    expect(say(false, null, null)).toBe('回答的人太少，不公布结果。');
    expect(say(false, 6, { yes: 5, no: 1 })).toBe('5 人说好用，1 人说不好用。');
  });
});
