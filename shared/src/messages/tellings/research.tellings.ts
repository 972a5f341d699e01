import type { NoteAction } from '../../events/event.labels.js';
import type { QuestionnaireAction } from '../../questionnaires/questionnaire.states.js';
import type { ResearchAction } from '../../research/research.states.js';
import type { Silent, Told } from '../message.audience.js';

const JOINED = '请您参加会前调研“{title}”。调研报告请在{due}前完成，打开可以看安排、记走访。';

export const RESEARCH_TELLINGS: Readonly<Partial<Record<ResearchAction | NoteAction, Told | Silent>>> = {
  create: [{ to: ['next'], title: '有会前调研在筹备', body: '“{title}”已列好，请在{due}前{does}。', template: 'todo' }],
  edit: { silent: '调研安排的改动在页面上看得到，进出调研组另外告诉本人' },
  invite: [{ to: ['invited'], title: '请您参加会前调研', body: JOINED, template: 'todo', inStates: ['open'] }],
  uninvite: [
    {
      to: ['invited'],
      title: '调研组有变动',
      body: '您已不在“{title}”的调研组里，有疑问请联系召集人。',
      template: null,
      inStates: ['open'],
    },
  ],
  visit: { silent: '走访记录在调研页面看得到，交报告时再告诉召集人' },
  carry: { silent: '带入协商是召集人自己做的，会议页面看得到' },
  start: [
    {
      to: ['next'],
      title: '请您负责会前调研',
      body: '“{title}”已开始，请在{due}前{does}。',
      template: 'todo',
    },
    { to: ['researchers'], title: '请您参加会前调研', body: JOINED, template: 'todo' },
  ],
  report: [
    { to: ['next'], title: '调研报告等您审看', body: '“{title}”的报告已交来，请在{due}前{does}。', template: 'todo' },
  ],
  send_back: [
    {
      to: ['next', 'researchers'],
      title: '调研报告要补充',
      body: '“{title}”的报告退回补充。意见：{reason}。',
      template: 'todo',
    },
  ],
  finish: [
    { to: ['researchers'], title: '调研报告已公开', body: '“{title}”的摘要已公开，谢谢您。', template: null },
    {
      to: ['raisers', 'cosigners'],
      title: '会前调研有了结果',
      body: '您关心的事调研过了：“{title}”。打开可以看调研摘要。',
      template: 'progress',
    },
  ],
  reopen: [
    {
      to: ['next', 'researchers'],
      title: '会前调研重新进行',
      body: '“{title}”重新调研。原因：{reason}。',
      template: 'todo',
    },
  ],
  withdraw: [
    {
      to: ['researchers'],
      title: '会前调研已撤销',
      body: '“{title}”不再进行。原因：{reason}。',
      template: null,
    },
  ],
  take_down: [
    {
      to: ['convener', 'researchers'],
      title: '内容暂不公开',
      body: '“{title}”的内容已从公开页面撤下。原因：{reason}。',
      template: null,
    },
  ],
  restore: [
    { to: ['convener', 'researchers'], title: '内容恢复公开', body: '“{title}”的内容已恢复公开。', template: null },
  ],
};

export const QUESTIONNAIRE_TELLINGS: Readonly<Partial<Record<QuestionnaireAction | NoteAction, Told | Silent>>> = {
  create: { silent: '没有发布的问卷只有调研组看得到' },
  open: [
    {
      to: ['raisers', 'cosigners'],
      title: '请您答一份问卷',
      body: '您关心的事正在调研：“{title}”。请在{due}前答一答，几分钟就好。',
      template: 'progress',
    },
  ],
  close: { silent: '结果在调研和问卷页面看得到，不打扰答过的人' },
  drop: { silent: '没有发布过，外面没有人知道' },
  take_down: [
    {
      to: ['convener', 'researchers'],
      title: '内容暂不公开',
      body: '“{title}”的内容已从公开页面撤下。原因：{reason}。',
      template: null,
    },
  ],
  restore: [
    { to: ['convener', 'researchers'], title: '内容恢复公开', body: '“{title}”的内容已恢复公开。', template: null },
  ],
};
