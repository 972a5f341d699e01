import { csvField } from '../text/csv.js';
import { DAY_MS } from '../time/china-time.js';
import {
  answerProblem,
  answerWords,
  choiceLabel,
  choicesOf,
  closingProblem,
  meanOf,
  percent,
  QUESTION_KIND_LABELS,
  QUESTION_KINDS,
  type Question,
  questionProblem,
  resultsAreOut,
  seesResults,
  sheetProblem,
  takesAnswers,
} from './questionnaire.rules.js';
import { QUESTIONNAIRE_STATES } from './questionnaire.states.js';

const ask = (kind: Question['kind'], over: Partial<Question> = {}): Question => ({
  id: kind,
  kind,
  title: '题目',
  required: true,
  options: kind === 'single' || kind === 'multiple' ? ['甲', '乙', '丙'] : [],
  ...over,
});
const NOW = 1_780_000_000_000;

describe('A question', () => {
  it('of choices has two different options at least, any other has none', () => {
    expect(questionProblem(ask('single'))).toBeNull();
    expect(questionProblem(ask('multiple', { options: ['甲'] }))).toMatch(/至少/);
    expect(questionProblem(ask('single', { options: ['甲', '甲'] }))).toMatch(/重复/);
    expect(questionProblem(ask('scale'))).toBeNull();
    expect(questionProblem(ask('text', { options: ['甲'] }))).toMatch(/没有选项/);
  });

  it('is of one of four kinds', () => {
    expect(QUESTION_KINDS.map((kind) => QUESTION_KIND_LABELS[kind])).toEqual(['单选', '多选', '打分', '填写']);
  });

  it('counts its choices in order, and none of what is written', () => {
    expect(choicesOf(ask('single'))).toEqual(['0', '1', '2']);
    expect(choicesOf(ask('scale'))).toEqual(['1', '2', '3', '4', '5']);
    expect(choicesOf(ask('text'))).toEqual([]);
    expect(choiceLabel(ask('multiple'), '1')).toBe('乙');
    expect(choiceLabel(ask('scale'), '4')).toBe('4 分');
  });
});

describe('An answer', () => {
  const GOOD: [Question['kind'], string[]][] = [
    ['single', ['0']],
    ['single', ['2']],
    ['multiple', ['1']],
    ['multiple', ['0', '2']],
    ['scale', ['1']],
    ['scale', ['5']],
    ['text', ['希望建在一楼']],
    ['text', ['字'.repeat(300)]],
  ];
  it.each(GOOD)('to %s can be %j', (kind, values) => {
    expect(answerProblem(ask(kind), values)).toBeNull();
  });

  const BAD: [Question['kind'], string[]][] = [
    ['single', ['3']],
    ['single', ['0', '1']],
    ['single', ['']],
    ['single', ['01']],
    ['single', ['-1']],
    ['multiple', ['0', '0']],
    ['multiple', ['0', '9']],
    ['multiple', ['甲']],
    ['scale', ['0']],
    ['scale', ['6']],
    ['scale', ['3', '4']],
    ['text', ['  ']],
    ['text', ['一', '二']],
    ['text', ['字'.repeat(301)]],
  ];
  it.each(BAD)('to %s can not be %j', (kind, values) => {
    expect(answerProblem(ask(kind), values)).not.toBeNull();
  });

  it.each(QUESTION_KINDS)('to a question of %s may be left out only where it is not required', (kind) => {
    expect(answerProblem(ask(kind), [])).toBe('这一题要回答');
    expect(answerProblem(ask(kind, { required: false }), [])).toBeNull();
  });

  it('that is written may be blank where it is not required', () => {
    expect(answerProblem(ask('text', { required: false }), [' '])).toBeNull();
  });
});

describe('A sheet', () => {
  const questions = [ask('single'), ask('text', { required: false })];

  it('is good with every required answer', () => {
    expect(sheetProblem(questions, [{ questionId: 'single', values: ['1'] }])).toBeNull();
    expect(sheetProblem([], [])).toBeNull();
  });

  it('names the first question that is wrong', () => {
    expect(sheetProblem(questions, [])).toEqual({ questionId: 'single', message: '这一题要回答' });
    expect(sheetProblem(questions, [{ questionId: 'other', values: ['1'] }])?.questionId).toBe('other');
  });

  it('answers no question twice', () => {
    const twice = { questionId: 'single', values: ['1'] };
    expect(sheetProblem(questions, [twice, twice])?.message).toBe('一道题只能答一次');
  });
});

describe('Results', () => {
  it('have a mean and shares', () => {
    expect(meanOf([0, 0, 0, 0, 0])).toBeNull();
    expect(meanOf([1, 0, 0, 0, 2])).toBe(3.7);
    expect([percent(1, 3), percent(0, 0), percent(2, 2)]).toEqual([33, 0, 100]);
  });

  it('are hidden of few sheets: from everyone where nobody signs them', () => {
    const seen = [true, false].flatMap((anonymous) =>
      [4, 5].flatMap((answers) =>
        [true, false].map((staff) => seesResults({ anonymous, answers, over: true }, 5, staff)),
      ),
    );
    expect(seen).toEqual([false, false, true, true, true, false, true, true]);
  });

  it('are hidden of any number of sheets while more are taken, where nobody signs them', () => {
    const seen = [4, 5, 500].flatMap((answers) =>
      [true, false].map((staff) => seesResults({ anonymous: true, answers, over: false }, 5, staff)),
    );
    expect(new Set(seen)).toEqual(new Set([false]));
    expect(seesResults({ anonymous: false, answers: 1, over: false }, 5, true)).toBe(true);
  });

  it('are out once no answers are taken any more', () => {
    const at = (now: number) =>
      QUESTIONNAIRE_STATES.map((state) => [
        state,
        takesAnswers({ state, closesAt: NOW }, now),
        resultsAreOut({ state, closesAt: NOW }, now),
      ]);
    expect(at(NOW - 1)).toEqual([
      ['draft', false, false],
      ['open', true, false],
      ['closed', false, true],
      ['dropped', false, false],
    ]);
    expect(at(NOW)).toEqual([
      ['draft', false, false],
      ['open', false, true],
      ['closed', false, true],
      ['dropped', false, false],
    ]);
  });

  it('come within ninety days', () => {
    const at = [0, 1, 90 * DAY_MS, 90 * DAY_MS + 1].map((after) => closingProblem(NOW + after, NOW) === null);
    expect(at).toEqual([false, true, true, false]);
  });
});

describe('A table of answers', () => {
  it('has the words of each answer', () => {
    expect(answerWords(ask('multiple'), ['0', '2'])).toBe('甲；丙');
    expect(answerWords(ask('scale'), ['4'])).toBe('4');
    expect(answerWords(ask('text'), [])).toBe('');
  });

  it('quotes what has to be quoted and runs no formula', () => {
    expect(csvField('平常')).toBe('平常');
    expect(csvField('他说"行",好')).toBe('"他说""行"",好"');
    expect(csvField('两\n行')).toBe('"两\n行"');
    expect(csvField('=HYPERLINK("x")')).toBe(`"'=HYPERLINK(""x"")"`);
    expect(['+1', '-1', '@a'].map(csvField)).toEqual(["'+1", "'-1", "'@a"]);
  });
});
