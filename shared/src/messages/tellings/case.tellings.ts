import type { CaseAction } from '../../cases/case.states.js';
import type { NoteAction } from '../../events/event.labels.js';
import type { Silent, Told } from '../message.audience.js';

export const CASE_TELLINGS: Readonly<Partial<Record<CaseAction | NoteAction, Told | Silent>>> = {
  create: { silent: '整理中的案例只有本乡镇的工作人员看得到' },
  submit: [{ to: ['next'], title: '有案例等您审看', body: '“{title}”已报来，请在{due}前{does}。', template: 'todo' }],
  return: [{ to: ['next'], title: '案例要修改', body: '“{title}”退回修改。意见：{reason}。', template: 'todo' }],
  feature: [
    { to: ['convener'], title: '案例已入选', body: '“{title}”已选入案例库，大家都看得到了。', template: null },
    {
      to: ['raisers', 'cosigners'],
      title: '您关心的事成了案例',
      body: '您关心的事办成后写成了案例：“{title}”。打开可以看全文。',
      template: null,
    },
  ],
  withdraw: [{ to: ['convener'], title: '案例已撤下', body: '“{title}”不再展示。原因：{reason}。', template: null }],
  take_down: [
    {
      to: ['convener'],
      title: '内容暂不公开',
      body: '“{title}”已从公开页面撤下。原因：{reason}。',
      template: null,
    },
  ],
  restore: [{ to: ['convener'], title: '内容恢复公开', body: '“{title}”已恢复公开。', template: null }],
};
