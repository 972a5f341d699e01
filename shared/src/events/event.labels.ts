import { caseMachine } from '../cases/case.states.js';
import { actionLabel, type ItemKind, type Machine } from '../machine/machine.js';
import { minutesMachine } from '../minutes/minutes.states.js';
import { roundMachine } from '../opinion/opinion.states.js';
import { outcomeMachine } from '../outcomes/outcome.states.js';
import { questionnaireMachine } from '../questionnaires/questionnaire.states.js';
import { researchMachine } from '../research/research.states.js';
import { sessionMachine } from '../sessions/session.states.js';
import { taskMachine } from '../tasks/task.states.js';
import { topicMachine } from '../topics/topic.states.js';

/** The machine of each kind of item. */
export const MACHINES = {
  topic: topicMachine,
  session: sessionMachine,
  minutes: minutesMachine,
  outcome: outcomeMachine,
  task: taskMachine,
  round: roundMachine,
  research: researchMachine,
  questionnaire: questionnaireMachine,
  case: caseMachine,
} as const;

/** Events that change no state. */
export const NOTE_ACTIONS = [
  'create',
  'sign',
  'object',
  'answer',
  'signatories',
  'open_signing',
  'progress',
  'ask_extension',
  'grant_extension',
  'move_on',
  'refuse_extension',
  'ask_handover',
  'refuse_handover',
  'escalate',
  'urge',
  'correct',
  'plan_published',
  'classify',
  'edit',
  'rearrange',
  'invite',
  'uninvite',
  'move_up',
  'open_draw',
  'draw',
  'drawn',
  'redraw',
  'add_material',
  'remove_material',
  'visit',
  'ask_visit',
  'ask_visitor',
  'look_back',
  'look_back_no',
  'look_back_answer',
  'carry',
  'split',
  'milestone',
  'plan_funds',
  'spend',
  'wait_for',
  'wait_over',
  'show_photos',
  'appoint',
  'discharge',
  'supervise',
  'take_down',
  'restore',
] as const;
export type NoteAction = (typeof NOTE_ACTIONS)[number];

const SHOWN = { take_down: '撤下公开展示', restore: '恢复公开展示' };

const NOTE_LABELS: Readonly<Record<ItemKind, Partial<Record<NoteAction, string>>>> = {
  topic: { create: '提出议题', plan_published: '公布计划', classify: '调整公开范围', ...SHOWN },
  session: {
    create: '开始筹备协商',
    edit: '修改会议安排',
    rearrange: '变更安排',
    invite: '邀请参会人',
    uninvite: '移出参会名单',
    move_up: '候补转为正式',
    open_draw: '公开征集愿意参加的人',
    draw: '公开抽取参会人',
    drawn: '被抽中参会',
    redraw: '重新抽取',
    add_material: '发会议材料',
    remove_material: '撤下会议材料',
    ...SHOWN,
  },
  minutes: {
    create: '开始起草会议纪要',
    sign: '核签',
    object: '提出异议',
    answer: '答复异议',
    signatories: '更换核签人',
    open_signing: '请核签人核签',
    correct: '更正会议纪要',
    ...SHOWN,
  },
  outcome: { create: '开始起草协商成果', ...SHOWN },
  task: {
    create: '交办',
    progress: '报告进展',
    split: '拆出子任务',
    milestone: '更新节点',
    plan_funds: '调整资金计划',
    spend: '报告支出',
    wait_for: '等待另一件事',
    wait_over: '不再等待另一件事',
    show_photos: '更新整改前后照片',
    appoint: '明确督办领导',
    discharge: '不再由原领导督办',
    supervise: '领导督办',
    move_on: '时限随总事项顺延',
    ask_extension: '申请延期',
    grant_extension: '同意延期',
    refuse_extension: '不同意延期',
    ask_handover: '申请移交给其他部门',
    refuse_handover: '不同意移交',
    escalate: '已提醒上一级',
    urge: '督促承办部门',
    ask_visit: '请大家实地查看',
    ask_visitor: '请委员实地查看',
    visit: '实地查看',
    look_back: '回头看',
    look_back_no: '回头看有人说不好用',
    look_back_answer: '答复回头看的意见',
    ...SHOWN,
  },
  round: { create: '发起网络议政', edit: '修改网络议政', ...SHOWN },
  research: {
    create: '筹备会前调研',
    edit: '修改调研安排',
    invite: '邀请加入调研组',
    uninvite: '移出调研组',
    visit: '记录一次走访',
    carry: '把问题带入协商',
    ...SHOWN,
  },
  questionnaire: { create: '编写问卷', ...SHOWN },
  case: { create: '开始整理案例', ...SHOWN },
};

/** What a timeline calls an event. */
export function eventLabel(kind: ItemKind, action: string): string {
  const note = NOTE_LABELS[kind][action as NoteAction];
  return note ?? actionLabel(MACHINES[kind] as Machine<string, string>, action);
}

/** The label of a state of any kind of item. */
export function stateLabel(kind: ItemKind, state: string): string {
  return (MACHINES[kind] as Machine<string, string>).states[state]?.label ?? state;
}
