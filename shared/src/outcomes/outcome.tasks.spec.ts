import type { AgreedTaskView } from '../minutes/minutes.contract.js';
import { endOfChinaDay } from '../time/china-time.js';
import { plainDate } from '../time/say-time.js';
import { besideMinutes, sayBesideMinutes } from './outcome.tasks.js';

const task = (what: string, over: Partial<AgreedTaskView> = {}): AgreedTaskView => ({
  what,
  leadDepartmentId: 'civil',
  leadDepartment: '区民政局',
  coDepartmentIds: ['works', 'town'],
  coDepartments: ['区住建局', '街道办'],
  dueAt: endOfChinaDay('2026-08-03'),
  funds: null,
  ...over,
});
const LAMPS = task('装路灯');
const ROAD = task('修路', { funds: '街道经费' });
const words = (tasks: AgreedTaskView[], minutes: AgreedTaskView[]) =>
  besideMinutes(tasks, minutes).tasks.map((one) => sayBesideMinutes(one, plainDate));

describe('The tasks of an outcome beside its minutes', () => {
  it('are as agreed in any order, and with what the minutes left open filled in', () => {
    const filled = { ...LAMPS, funds: '福彩金', coDepartmentIds: ['town', 'works'] };
    expect(besideMinutes([ROAD, filled], [LAMPS, ROAD])).toEqual({
      tasks: [
        { agreed: ROAD, differs: [] },
        { agreed: LAMPS, differs: [] },
      ],
      left: [],
    });
    expect(words([ROAD, filled], [LAMPS, ROAD])).toEqual([null, null]);
  });

  it('say what the minutes have where they say otherwise', () => {
    const later = { ...LAMPS, dueAt: endOfChinaDay('2026-09-01'), leadDepartmentId: 'works' };
    expect(words([later], [LAMPS])).toEqual(['与纪要不同：纪要里牵头部门是“区民政局”，办结时限是“8月3日前”']);
    expect(words([{ ...LAMPS, coDepartmentIds: [] }], [LAMPS])).toEqual([
      '与纪要不同：纪要里协办部门是“区住建局、街道办”',
    ]);
    expect(words([{ ...ROAD, funds: null, what: '修一段路' }], [ROAD])).toEqual([
      '与纪要不同：纪要里做什么是“修路”，资金来源是“街道经费”',
    ]);
  });

  it('are told when they were added, and what was left out is known', () => {
    const more = task('建公厕');
    expect(words([LAMPS, ROAD, more], [LAMPS, ROAD])).toEqual([null, null, '纪要里没有这件，是写成果时加的']);
    expect(besideMinutes([ROAD], [LAMPS, ROAD])).toMatchObject({ tasks: [{ agreed: ROAD }], left: [LAMPS] });
    expect(besideMinutes([], [LAMPS]).left).toEqual([LAMPS]);
  });
});
