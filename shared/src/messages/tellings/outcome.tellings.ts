import type { NoteAction } from '../../events/event.labels.js';
import type { OutcomeAction } from '../../outcomes/outcome.states.js';
import type { Silent, Told } from '../message.audience.js';

const ASKED: Told = [
  { to: ['next'], title: '协商成果等您办理', body: '协商成果“{title}”：请在{due}前{does}。', template: 'todo' },
];

const HANDED_OUT: Told = [
  {
    to: ['raisers', 'cosigners', 'participants'],
    title: '协商成果已交办',
    body: '“{title}”已交给承办部门落实，办到哪一步随时可以看。',
    template: 'progress',
  },
];

export const OUTCOME_TELLINGS: Readonly<Partial<Record<OutcomeAction | NoteAction, Told | Silent>>> = {
  create: ASKED,
  publish: [
    {
      to: ['raisers', 'cosigners', 'participants'],
      title: '协商成果已发布',
      body: '“{title}”已发布，达成的共识和保留的意见都在里面。',
      template: 'progress',
    },
  ],
  send: ASKED,
  instruct: ASKED,
  assign: HANDED_OUT,
  assign_directly: HANDED_OUT,
  take_down: [
    {
      to: ['convener'],
      title: '内容暂不公开',
      body: '“{title}”的内容已从公开页面撤下。原因：{reason}。',
      template: null,
    },
  ],
  restore: [{ to: ['convener'], title: '内容恢复公开', body: '“{title}”的内容已恢复公开。', template: null }],
};
