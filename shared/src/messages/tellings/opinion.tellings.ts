import type { NoteAction } from '../../events/event.labels.js';
import type { RoundAction } from '../../opinion/opinion.states.js';
import type { Silent, Told } from '../message.audience.js';

export const OPINION_TELLINGS: Readonly<Partial<Record<RoundAction | NoteAction, Told | Silent>>> = {
  create: { silent: '还在筹备，发起人自己知道；开放时再告诉大家' },
  edit: { silent: '开放前才能修改，开放时会告诉大家' },
  open: [
    {
      to: ['raisers', 'cosigners', 'participants'],
      title: '请您说说看法',
      body: '“{title}”开始网络议政，{due}截止。逐条点“赞成”“反对”，也可以写下自己的看法。',
      template: 'progress',
    },
    { to: ['named'], title: '网络议政已开放', body: '“{title}”已开放，{due}截止。', template: null },
  ],
  close: [
    {
      to: ['raisers', 'cosigners', 'participants', 'voters'],
      title: '网络议政有了结果',
      body: '“{title}”已截止，大家赞成什么、分歧在哪里，打开就能看到。',
      template: 'progress',
    },
    {
      to: ['named'],
      title: '网络议政已截止',
      body: '“{title}”已截止，结果可用于会上协商和纪要。',
      template: 'todo',
    },
  ],
  withdraw: [
    {
      to: ['named', 'raisers', 'cosigners', 'participants', 'voters'],
      title: '网络议政已撤回',
      body: '“{title}”的网络议政已撤回。原因：{reason}。',
      template: 'progress',
    },
  ],
  take_down: [
    {
      to: ['named'],
      title: '内容暂不公开',
      body: '“{title}”的内容已从公开页面撤下。原因：{reason}。',
      template: null,
    },
  ],
  restore: [{ to: ['named'], title: '内容恢复公开', body: '“{title}”的内容已恢复公开。', template: null }],
};
