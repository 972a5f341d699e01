import type { MapStatement, OpinionReport } from '../opinion/opinion.contract.js';
import { chinaMoment } from '../time/china-time.js';
import {
  allHands,
  handShowsOf,
  heldProgramme,
  minutesOpinionOf,
  sayHandVotes,
  suggestedTasksOf,
} from './minutes.record.js';
import { MINUTES_LIMITS } from './minutes.rules.js';

const at = (time: string) => chinaMoment('2026-05-08', time);
const point = (name: string | null, text: string) => ({
  pointId: text,
  itemId: null,
  who: { participantId: '1', name, category: 'resident' as const },
  text,
  isTask: false,
  at: 1,
  taken: true,
});

describe('What the system knows of a session', () => {
  it('has what was suggested to be done as tasks without anybody who does it yet', () => {
    const points = [point('王芳', '先装扶手'), { ...point('李强', '月底前把坡道修好'), isTask: true }];
    expect(suggestedTasksOf({ points })).toEqual([
      { what: '月底前把坡道修好', leadDepartmentId: '', coDepartmentIds: [], dueAt: 0, funds: null },
    ]);
    const many = Array.from({ length: 40 }, (_, i) => ({ ...point(null, `第 ${i} 件`), isTask: true }));
    expect(suggestedTasksOf({ points: many })).toHaveLength(MINUTES_LIMITS.tasksMax);
  });

  it('has the shows of hands that were brought to their end', () => {
    const poll = {
      pollId: '1',
      question: '装不装',
      options: ['赞成', '反对'],
      counts: [3, 1],
      room: null,
      openedAt: 1,
    };
    expect(
      handShowsOf({
        polls: [
          { ...poll, closedAt: null },
          { ...poll, closedAt: 9 },
        ],
      }),
    ).toEqual([
      {
        question: '装不装',
        options: [
          { label: '赞成', votes: 3 },
          { label: '反对', votes: 1 },
        ],
        at: 9,
      },
    ]);
  });

  it('adds the hands of the room to those of the phones, each with its number, and says where they cannot be right', () => {
    const poll = {
      pollId: '1',
      question: '装不装',
      options: ['赞成', '反对'],
      counts: [12, 1],
      openedAt: 1,
      closedAt: 9,
    };
    const room = { counts: [8, 0], who: { name: '王芳' }, at: 5, over: false };
    const show = (over: boolean) => handShowsOf({ polls: [{ ...poll, room: { ...room, over } }] });
    const options = [
      { label: '赞成', votes: 20, room: 8 },
      { label: '反对', votes: 1, room: 0 },
    ];
    expect(show(false)).toStrictEqual([{ question: '装不装', options, at: 9 }]);
    expect(options.map(sayHandVotes)).toEqual(['手机 12，现场 8', '手机 1，现场 0']);
    expect(sayHandVotes({ label: '赞成', votes: 3 })).toBeNull();
    expect(allHands({ options })).toEqual({ phone: 13, room: 8, all: 21 });
    expect(allHands({ options: [{ label: '赞成', votes: 3 }] })).toEqual({ phone: 3, room: null, all: 3 });
    expect(show(true)).toStrictEqual([{ question: '装不装', options, at: 9, roomOver: true }]);
  });

  it('says from when to when an item really took, from its first beginning to its last end', () => {
    const item = (id: string, title: string) => ({ id, title, minutes: null, items: [] });
    const programme = [{ ...item('a', '签到'), items: [item('b', '点名')] }, item('c', '讨论')];
    const spans = [
      { itemId: 'b', since: at('09:00'), until: at('09:10') },
      { itemId: 'c', since: at('09:10'), until: at('09:40') },
      { itemId: 'b', since: at('09:40'), until: at('09:45') },
    ];
    expect(heldProgramme(programme, spans)).toEqual([
      '一、签到',
      '（一）点名（09:00–09:45）',
      '二、讨论（09:10–09:40）',
    ]);
    expect(heldProgramme(programme, [])).toEqual(['一、签到', '（一）点名', '二、讨论']);
  });

  it('has no more of a round of opinions than stands on a page', () => {
    const held = (n: number) => ({ text: `看法${n}`, all: { agree: n, disagree: 1, pass: 0 } }) as MapStatement;
    const many = Array.from({ length: 30 }, (_, n) => held(n));
    const report = { roundId: 'r', title: '扶手', opensAt: 1, closesAt: 2, people: 40, votes: 300 };
    const opinion = minutesOpinionOf({
      ...report,
      summary: ['四十人参加'],
      unites: many,
      divides: [],
    } as unknown as OpinionReport);
    expect(opinion).toMatchObject({ ...report, summary: ['四十人参加'], divides: [] });
    expect(opinion.unites).toHaveLength(10);
    expect(opinion.unites[3]).toEqual({ text: '看法3', agree: 3, disagree: 1, pass: 0 });
  });
});
