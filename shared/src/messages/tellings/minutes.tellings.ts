import type { NoteAction } from '../../events/event.labels.js';
import type { MinutesAction } from '../../minutes/minutes.states.js';
import type { Silent, Told } from '../message.audience.js';

const ASKED: Told = [
  { to: ['next'], title: '会议纪要等您办理', body: '“{title}”的会议纪要：请在{due}前{does}。', template: 'todo' },
];

export const MINUTES_TELLINGS: Readonly<Partial<Record<MinutesAction | NoteAction, Told | Silent>>> = {
  create: ASKED,
  circulate: [
    ...ASKED,
    {
      to: ['participants'],
      title: '请核对会议纪要',
      body: '“{title}”的会议纪要已写好，请您看一看。有不同意见，请在{due}前提出。',
      template: 'todo',
    },
  ],
  revise: [
    {
      to: ['next'],
      title: '会议纪要退回修改',
      body: '“{title}”的会议纪要要修改。意见：{reason}。请在{due}前{does}。',
      template: 'todo',
    },
  ],
  countersign: ASKED,
  publish: [
    {
      to: ['participants', 'raisers', 'cosigners'],
      title: '会议纪要已发布',
      body: '“{title}”的会议纪要已发布，可以看看商量出了什么。',
      template: 'progress',
    },
  ],
  sign: { silent: '核签进度在纪要页面看得到，签齐时再告诉召集人' },
  object: [
    {
      to: ['recorder', 'convener'],
      title: '有人对纪要提出异议',
      body: '“{title}”的会议纪要有一条异议，请核实后答复。',
      template: 'todo',
    },
  ],
  answer: [
    {
      to: ['objectors'],
      title: '您的异议有了答复',
      body: '您对“{title}”会议纪要提出的异议已经答复，打开可以查看。',
      template: 'progress',
    },
  ],
  signatories: ASKED,
  open_signing: ASKED,
  correct: ASKED,
  take_down: [
    {
      to: ['recorder', 'convener'],
      title: '内容暂不公开',
      body: '“{title}”的内容已从公开页面撤下。原因：{reason}。',
      template: null,
    },
  ],
  restore: [
    { to: ['recorder', 'convener'], title: '内容恢复公开', body: '“{title}”的内容已恢复公开。', template: null },
  ],
};
