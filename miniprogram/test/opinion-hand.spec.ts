import { OPINION_LIMITS } from '@consult/shared';
import {
  answerCard,
  arrived,
  deal,
  EMPTY_HAND,
  type Hand,
  heldIds,
  takeBack,
} from '../src/features/opinion/AnswerPanel/hand';

const card = (id: string) => ({ id, no: 1, text: id });
const dealt = (...ids: string[]): Hand =>
  ids.reduce(
    (hand, id) => deal(hand, { statement: card(id), progress: { answered: 0, total: ids.length } }),
    EMPTY_HAND,
  );
const ids = ({ cards }: Hand) => cards.map(({ id }) => id);

describe('what somebody has before them while they answer', () => {
  it('is dealt nothing twice, neither what lies there nor what was answered', () => {
    const hand = answerCard(dealt('a', 'b'), card('a'), 'agree');
    const again = deal(hand, { statement: card('a'), progress: { answered: 0, total: 2 } });
    expect(ids(deal(again, { statement: card('b'), progress: { answered: 0, total: 2 } }))).toEqual(['b']);
  });

  it('counts an answer at once, also where the server does not know of it yet', () => {
    const hand = answerCard(dealt('a', 'b', 'c'), card('a'), 'pass');
    expect(hand.progress).toEqual({ answered: 1, total: 3 });
    expect(deal(hand, { statement: null, progress: { answered: 0, total: 3 } }).progress.answered).toBe(1);
  });

  it('never counts more answers than there are statements', () => {
    const hand = answerCard(dealt('a'), card('a'), 'agree');
    expect(deal(hand, { statement: null, progress: { answered: 0, total: 0 } }).progress).toEqual({
      answered: 0,
      total: 0,
    });
  });

  it('tells the server of what it holds and of what has not arrived', () => {
    const hand = answerCard(dealt('a', 'b', 'c'), card('a'), 'agree');
    expect(heldIds(hand).sort()).toEqual(['a', 'b', 'c']);
    expect(heldIds(arrived(hand, 'a')).sort()).toEqual(['b', 'c']);
  });

  it('tells it of no more than it takes', () => {
    const many = Array.from({ length: OPINION_LIMITS.exceptMax + 10 }, (_, at) => `s${at}`);
    const hand = many.reduce((now, id) => answerCard(now, card(id), 'agree'), dealt(...many));
    expect(heldIds(hand)).toHaveLength(OPINION_LIMITS.exceptMax);
    expect(heldIds(hand)).toContain(many.at(-1));
  });

  it('puts the last answer back on the table once, and does not count it twice', () => {
    const back = takeBack(answerCard(dealt('a', 'b'), card('a'), 'agree'));
    expect(ids(back)).toEqual(['a', 'b']);
    expect(ids(takeBack(back))).toEqual(['a', 'b']);
    const anew = answerCard(back, card('a'), 'disagree');
    expect(anew.last).toEqual({ card: card('a'), vote: 'disagree' });
    expect(anew.progress.answered).toBe(1);
  });
});
