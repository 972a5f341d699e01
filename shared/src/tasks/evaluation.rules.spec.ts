import {
  type CountedAnswer,
  EVALUATION_QUESTION_LABELS,
  EVALUATION_QUESTIONS,
  EVALUATOR_KINDS,
  type EvaluatorKind,
  evaluationVerdict,
  isEvaluating,
  isLow,
  publicTally,
  ratedBy,
  sayVerdictAhead,
  tallyOf,
  verdictReason,
} from './evaluation.rules.js';
import { type RatingCounts, REPLY_CLASSES } from './task.rules.js';

const counts = (satisfied: number, fair: number, dissatisfied: number): RatingCounts => ({
  satisfied,
  fair,
  dissatisfied,
});
const THRESHOLDS = { satisfaction: 0.7, minimumRatings: 5 };
/** As many as it takes, and nobody answers any more. */
const OVER = { minimum: 5, isRunning: false };
const ENDS = { A: 'close', B: 'watch', C: 'defer', D: 'defer' } as const;

describe('The verdict of an evaluation', () => {
  it.each(REPLY_CLASSES)('sends a reply of class %s to be redone just below the threshold', (replyClass) => {
    expect(evaluationVerdict(counts(60, 9, 31), replyClass, THRESHOLDS)).toBe('redo');
    expect(evaluationVerdict(counts(0, 0, 5), replyClass, THRESHOLDS)).toBe('redo');
  });

  it.each(REPLY_CLASSES)('advises to consult again where class %s is too low a second time in a row', (replyClass) => {
    expect(evaluationVerdict(counts(60, 9, 31), replyClass, THRESHOLDS, true)).toBe('advise_reconsult');
    expect(evaluationVerdict(counts(7, 0, 3), replyClass, THRESHOLDS, true)).toBe(ENDS[replyClass]);
  });

  it.each(REPLY_CLASSES)('of class %s is its own at the threshold, above it and with too few answers', (replyClass) => {
    for (const rated of [counts(3, 4, 3), counts(71, 0, 29), counts(0, 0, 4), counts(0, 0, 0)]) {
      expect(evaluationVerdict(rated, replyClass, THRESHOLDS)).toBe(ENDS[replyClass]);
    }
  });

  it('judges from the minimum number of answers on', () => {
    expect(evaluationVerdict(counts(3, 0, 2), 'A', THRESHOLDS)).toBe('redo');
    expect(evaluationVerdict(counts(2, 0, 2), 'A', THRESHOLDS)).toBe('close');
  });

  it('never judges what nobody answered, even with no minimum', () => {
    expect(evaluationVerdict(counts(0, 0, 0), 'A', { satisfaction: 0.7, minimumRatings: 0 })).toBe('close');
  });

  it('follows thresholds that a region sets', () => {
    expect(evaluationVerdict(counts(9, 0, 1), 'A', { satisfaction: 0.95, minimumRatings: 10 })).toBe('redo');
    expect(evaluationVerdict(counts(0, 0, 9), 'A', { satisfaction: 0, minimumRatings: 1 })).toBe('close');
  });

  it('is said in plain words where it is too low, and never rounded up to the threshold', () => {
    expect(verdictReason('redo', counts(50, 4, 46), THRESHOLDS)).toBe('满意率 54%，低于 70%，重新办理');
    expect(verdictReason('redo', counts(2999, 0, 1286), THRESHOLDS)).toBe('满意率 69.9%，低于 70%，重新办理');
    expect(verdictReason('advise_reconsult', counts(29, 0, 71), THRESHOLDS)).toBe(
      '满意率 29%，低于 70%，已连续两次没有达标，建议再协商',
    );
    for (const verdict of ['close', 'watch', 'defer'] as const) {
      expect(verdictReason(verdict, counts(9, 0, 1), THRESHOLDS)).toBeNull();
      expect(isLow(verdict)).toBe(false);
    }
  });

  it('is told beforehand with the figures it rests on', () => {
    const ended = { answers: 11, counts: counts(3, 2, 6), replyClass: 'A', lowBefore: false } as const;
    expect(sayVerdictAhead(ended, THRESHOLDS)).toBe('办理评价 11 人，满意率 45.4%，低于 70%。处理后：重新办理。');
    expect(sayVerdictAhead({ ...ended, lowBefore: true }, THRESHOLDS)).toBe(
      '办理评价 11 人，满意率 45.4%，低于 70%，上一次也没有达到。处理后：建议再协商。',
    );
    expect(sayVerdictAhead({ ...ended, counts: counts(8, 1, 2) }, THRESHOLDS)).toBe(
      '办理评价 11 人，满意率 81.8%，达到 70%。答复是 A 类 · 已解决或采纳，处理后：已办结。',
    );
    expect(sayVerdictAhead({ ...ended, answers: 3, counts: null, replyClass: 'C' }, THRESHOLDS)).toBe(
      '3 人评议，不满 5 人，不按满意率定。答复是 C 类 · 暂不具备条件，处理后：到期再复核。',
    );
  });
});

const said = (kind: EvaluatorKind | null, n: number, handling: CountedAnswer['handling'] = 'satisfied') => ({
  kind,
  process: 'satisfied' as const,
  result: 'fair' as const,
  handling,
  n,
});

describe('The tally of an evaluation', () => {
  it('counts each question in all and by kind of person, each kind adding up', () => {
    const tally = tallyOf([said('raiser', 2), said('raiser', 1, 'dissatisfied'), said('sampled', 4), said(null, 1)]);
    expect(tally.all).toEqual({
      process: counts(8, 0, 0),
      result: counts(0, 8, 0),
      handling: counts(7, 0, 1),
    });
    expect(Object.keys(tally.byKind)).toEqual(['raiser', 'sampled']);
    expect(tally.byKind.raiser?.handling).toEqual(counts(2, 0, 1));
    expect(ratedBy(tally.all)).toBe(8);
  });

  it('is hidden entirely below the minimum', () => {
    expect(publicTally(tallyOf([said('raiser', 4)]), OVER)).toBeNull();
    expect(publicTally(tallyOf([]), OVER)).toBeNull();
    expect(publicTally(tallyOf([said('raiser', 5)]), OVER)).not.toBeNull();
  });

  it('is hidden entirely as long as answers are taken, which is to its last moment', () => {
    expect(publicTally(tallyOf([said('raiser', 50)]), { ...OVER, isRunning: true })).toBeNull();
    const task = { state: 'evaluating', evaluationEndsAt: 1000 } as const;
    expect([999, 1000, 1001].map((now) => isEvaluating(task, now))).toEqual([true, true, false]);
    expect(isEvaluating({ ...task, state: 'closed' }, 999)).toBe(false);
    expect(isEvaluating({ ...task, evaluationEndsAt: null }, 999)).toBe(false);
  });

  it('never shows a kind below the minimum, nor lets it be had by subtraction', () => {
    for (let raiser = 0; raiser <= 8; raiser++) {
      for (let participant = 0; participant <= 8; participant++) {
        for (let sampled = 0; sampled <= 8; sampled++) {
          const given = { raiser, participant, sampled };
          const tally = tallyOf(EVALUATOR_KINDS.map((kind) => said(kind, given[kind])).filter(({ n }) => n > 0));
          const shown = publicTally(tally, OVER);
          if (shown === null) continue;
          const kinds = Object.values(shown.byKind).map(ratedBy);
          const rest = raiser + participant + sampled - kinds.reduce((sum, n) => sum + n, 0);
          expect({ given, least: Math.min(5, ...kinds), rest: rest === 0 || rest >= 5 || kinds.length === 0 }).toEqual({
            given,
            least: 5,
            rest: true,
          });
        }
      }
    }
  });

  it('shows a kind that is large enough where nothing is left to be guessed', () => {
    expect(Object.keys(publicTally(tallyOf([said('raiser', 6), said('sampled', 7)]), OVER)?.byKind ?? {})).toEqual([
      'sampled',
      'raiser',
    ]);
    expect(publicTally(tallyOf([said('raiser', 6), said('sampled', 2)]), OVER)?.byKind).toEqual({});
  });
});

describe('The questions', () => {
  it('are three with names of their own', () => {
    expect(EVALUATION_QUESTIONS.map((question) => EVALUATION_QUESTION_LABELS[question])).toEqual([
      '程序评价',
      '成果评价',
      '办理评价',
    ]);
  });
});
