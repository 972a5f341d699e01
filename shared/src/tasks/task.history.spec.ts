import { type TaskFact, taskHistory } from './task.history.js';

const fact = (action: string, at: number, data: TaskFact['data'] = null, reason: string | null = null): TaskFact => ({
  action,
  at,
  data,
  reason,
  capacity: 'county_office',
});

describe('The history of a promise', () => {
  it('is empty of nothing', () => {
    expect(taskHistory([])).toEqual({ holdings: [], pauses: [], slips: [] });
  });

  it('says who held it from when until when, and who sent it back', () => {
    const { holdings } = taskHistory([
      fact('create', 1, { leadDepartmentId: 'A' }),
      fact('refuse', 2),
      fact('reassign', 3, { from: 'A', to: 'B' }),
      fact('hand_over', 5, { from: 'B', to: 'C' }),
      fact('refuse', 6),
      fact('designate', 8, { to: 'A' }),
    ]);
    expect(holdings).toEqual([
      { departmentId: 'A', from: 1, until: 2, by: 'create', refused: true },
      { departmentId: 'B', from: 3, until: 5, by: 'reassign', refused: false },
      { departmentId: 'C', from: 5, until: 6, by: 'hand_over', refused: true },
      { departmentId: 'A', from: 8, until: null, by: 'designate', refused: false },
    ]);
  });

  it('says when it stood still, why, and for how many working days', () => {
    const { pauses, slips } = taskHistory([
      fact('pause', 1, null, '等批复'),
      fact('resume', 9, { workingDays: 4, dueFrom: 20, dueTo: 26 }, '批复已下'),
      fact('pause', 12, null, '汛期'),
    ]);
    expect(pauses).toEqual([
      { from: 1, until: 9, reason: '等批复', workingDays: 4 },
      { from: 12, until: null, reason: '汛期', workingDays: null },
    ]);
    expect(slips).toMatchObject([{ kind: 'pause', from: 20, to: 26, askedAt: null, at: 9, reason: '批复已下' }]);
  });

  it('keeps every date that was, with why it moved as its department said', () => {
    const { slips } = taskHistory([
      fact('grant_extension', 5, { dueFrom: 10, dueTo: 20, askedAt: 4, why: '材料没到' }, '情况属实'),
      fact('redo', 30, { dueFrom: 20, dueTo: 45 }),
      fact('restart', 31),
      fact('resume', 40, { workingDays: 0, dueFrom: 45, dueTo: 45 }),
    ]);
    expect(slips.map(({ kind, from, to, askedAt, reason }) => [kind, from, to, askedAt, reason])).toEqual([
      ['extension', 10, 20, 4, '材料没到'],
      ['redo', 20, 45, null, null],
    ]);
  });
});
