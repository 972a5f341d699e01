import type { NoteAction } from '../../events/event.labels.js';
import type { TaskAction } from '../../tasks/task.states.js';
import type { Silent, Told } from '../message.audience.js';

const ASKED: Told = [
  { to: ['next'], title: '承办事项等您办理', body: '“{title}”：请在{due}前{does}。', template: 'todo' },
];

const FORMER: Told = [
  {
    to: ['former_lead'],
    title: '事项已交给其他部门',
    body: '“{title}”已交给其他部门办理。原因：{reason}。',
    template: null,
  },
];

const followers = (title: string, body: string): Told => [
  { to: ['raisers', 'cosigners'], title, body, template: 'progress' },
];

export const TASK_TELLINGS: Readonly<Partial<Record<TaskAction | NoteAction, Told | Silent>>> = {
  create: [
    ...ASKED,
    {
      to: ['co_leads'],
      title: '有事项请您部门协办',
      body: '“{title}”由别的部门牵头，请您部门协办，可以报告进展。',
      template: null,
    },
  ],
  take: [
    { to: ['whole_lead'], title: '子任务已接收', body: '子任务“{title}”已由承办部门接收。', template: null },
    ...followers('承办部门已接收', '“{title}”已由承办部门接收，开始办理。'),
  ],
  refuse: [
    {
      to: ['next'],
      title: '承办部门退回了事项',
      body: '“{title}”被退回。理由：{reason}。请在{due}前{does}。',
      template: 'todo',
    },
    {
      to: ['whole_lead', 'supervisor'],
      title: '事项被退回',
      body: '“{title}”被承办部门退回。理由：{reason}。',
      template: null,
    },
  ],
  reassign: [...ASKED, ...FORMER, ...followers('换了承办部门', '“{title}”交给了另一个部门办理。原因：{reason}。')],
  designate: [
    {
      to: ['next'],
      title: '县政协指定您部门承办',
      body: '“{title}”由县政协指定您部门承办，不能再退回。请在{due}前{does}。',
      template: 'todo',
    },
    ...FORMER,
    ...followers('承办部门已指定', '“{title}”由县政协指定了承办部门，开始办理。'),
  ],
  hand_over: [
    ...ASKED,
    { to: ['invited'], title: '移交申请已同意', body: '“{title}”已移交给其他部门。', template: null },
    ...followers('换了承办部门', '“{title}”移交给另一个部门办理，打开可以查看。'),
  ],
  pause: [
    { to: ['lead'], title: '承办事项已暂停', body: '“{title}”已暂停办理，时限不计。原因：{reason}。', template: null },
    ...followers('承办事项已暂停', '“{title}”已暂停办理。原因：{reason}。'),
  ],
  keep_paused: followers('事项继续暂停', '“{title}”继续暂停。原因：{reason}。'),
  resume: [...ASKED, ...followers('承办事项恢复办理', '“{title}”恢复办理，打开可以看新的时限。')],
  progress: followers('办理有新进展', '“{title}”有新的进展，打开可以查看。'),
  reply: [
    ...ASKED,
    { to: ['whole_lead'], title: '子任务已答复', body: '子任务“{title}”已有答复，打开可以查看。', template: null },
    ...followers('承办部门已答复', '“{title}”有了答复，打开可以查看。'),
  ],
  ask_visit: [
    {
      to: ['raisers', 'cosigners', 'participants'],
      title: '请您去看一看',
      body: '承办部门说“{title}”已经办好。请到现场看一看，记下看到的，有人看过才开始评议。',
      template: 'progress',
    },
    {
      to: ['members'],
      title: '请委员去看一看',
      body: '承办部门说“{title}”已经办好。请抽空到现场看一看，记下看到的，有人看过才开始评议。',
      template: null,
    },
  ],
  ask_visitor: [
    {
      to: ['invited'],
      title: '请您到现场看一看',
      body: '召集人请您去看“{title}”办得怎么样。请到现场看一看，记下看到的，有人看过才开始评议。',
      template: 'progress',
    },
  ],
  visit: [
    {
      to: ['convener', 'lead'],
      title: '有人到现场看过',
      body: '“{title}”有人到现场看过，打开可以查看。',
      template: null,
    },
  ],
  send_back: [
    ...ASKED,
    { to: ['convener'], title: '实地查看没有办好', body: '“{title}”：{reason}。', template: null },
    ...followers('还没有办好，退回重办', '“{title}”有人到现场看过，还没有办好，已退回承办部门重新办理。'),
  ],
  open_evaluation: [
    {
      to: ['raisers', 'cosigners', 'participants'],
      title: '请您评一评',
      body: '“{title}”办得怎么样？请在{due}前评一评，只要一分钟。',
      template: 'evaluate',
    },
    {
      to: ['sampled'],
      title: '抽到您来评一评',
      body: '随机抽到您评议“{title}”办得怎么样。请在{due}前评一评，只要一分钟，不公布谁怎么评。',
      template: 'evaluate',
    },
  ],
  close: [
    { to: ['lead'], title: '承办事项已办结', body: '“{title}”已办结。说明：{reason}。', template: null },
    ...followers('承办事项已办结', '“{title}”已办结。说明：{reason}。'),
  ],
  watch: [
    { to: ['lead'], title: '转为长期跟踪', body: '“{title}”转为长期跟踪，每季度复核一次。', template: null },
    ...followers('转为长期跟踪', '“{title}”转为长期跟踪，每季度复核一次。'),
  ],
  defer: [...ASKED, ...followers('到期再复核', '“{title}”现在还办不了，到{due}再复核，不会就此放下。')],
  redo: [...ASKED, ...followers('承办事项要重新办理', '“{title}”：{reason}。')],
  advise_reconsult: [
    { to: ['lead'], title: '评议连续两次没有达标', body: '“{title}”：{reason}。', template: null },
    ...followers('建议再次协商', '“{title}”：{reason}。'),
  ],
  look_back: [
    {
      to: ['raisers', 'cosigners', 'participants', 'visitors', 'drawn'],
      title: '现在还好用吗',
      body: '“{title}”办结有一段时间了，现在还好用吗？请点开答一句，只要一分钟。',
      template: 'progress',
    },
  ],
  look_back_no: [
    {
      to: ['next'],
      title: '回头看有人说不好用',
      body: '“{title}”：有人说不好用了。请在{due}前{does}。',
      template: 'todo',
    },
  ],
  look_back_answer: followers('回头看有答复', '“{title}”：有人回头看时提了意见，召集人答复：{reason}。'),
  reopen: [
    ...ASKED,
    { to: ['convener'], title: '办结的事项重新办理', body: '“{title}”：{reason}。', template: null },
    ...followers('办结的事项重新办理', '“{title}”：{reason}。'),
  ],
  review: followers('长期跟踪有新情况', '“{title}”已复核，继续跟踪。说明：{reason}。'),
  restart: [...ASKED, ...followers('承办事项重新办理', '“{title}”重新开始办理。')],
  reconsult: [
    { to: ['lead'], title: '事项将再次协商', body: '“{title}”将再次协商。原因：{reason}。', template: null },
    ...followers('事项将再次协商', '“{title}”将再次协商。原因：{reason}。'),
  ],
  carry_over: [
    { to: ['lead'], title: '由新成果承接', body: '“{title}”由再次协商的成果承接，这一项办结。', template: null },
  ],
  close_with: [
    { to: ['lead'], title: '子任务已办结', body: '总事项已办结，子任务“{title}”随之办结。', template: null },
  ],
  move_on: { silent: 'its department has yet to take it, and reads the date there' },
  split: { silent: 'the department of the part is asked by the part itself' },
  milestone: { silent: 'whoever follows a promise hears of its progress in words' },
  plan_funds: { silent: 'it stands on the page of the promise' },
  spend: { silent: 'it stands on the page of the promise' },
  wait_for: { silent: 'it stands on the pages of both' },
  wait_over: { silent: 'it stands on the pages of both' },
  show_photos: { silent: 'whoever follows a promise hears of its progress in words' },
  appoint: [
    { to: ['supervisor'], title: '请您督办一件事', body: '“{title}”请您督办，打开可以查看和记录。', template: null },
    { to: ['lead'], title: '明确了督办领导', body: '“{title}”明确了督办领导。', template: null },
  ],
  discharge: [
    { to: ['invited'], title: '不再请您督办', body: '“{title}”不再请您督办，谢谢您。', template: null },
    { to: ['lead'], title: '督办领导有变', body: '“{title}”原来的督办领导不再督办。', template: null },
  ],
  supervise: [
    { to: ['lead', 'co_leads'], title: '领导督办', body: '“{title}”有新的督办意见，请打开查看。', template: null },
  ],
  ask_extension: [
    {
      to: ['next'],
      title: '承办部门申请延期',
      body: '“{title}”的承办部门申请延期。理由：{reason}。请在{due}前{does}。',
      template: 'todo',
    },
  ],
  grant_extension: [
    { to: ['lead'], title: '延期申请已同意', body: '“{title}”的延期申请已同意，请按新的时限办理。', template: null },
    ...followers('承诺的日期有变', '“{title}”的办理日期推后了，打开可以看原来的日期和原因。'),
  ],
  refuse_extension: [
    {
      to: ['lead'],
      title: '延期申请没有同意',
      body: '“{title}”的延期申请没有同意。理由：{reason}。请按原来的时限办理。',
      template: null,
    },
  ],
  ask_handover: [
    {
      to: ['next'],
      title: '承办部门申请移交',
      body: '“{title}”的承办部门申请移交。理由：{reason}。请在{due}前{does}。',
      template: 'todo',
    },
  ],
  refuse_handover: [
    {
      to: ['lead'],
      title: '移交申请没有同意',
      body: '“{title}”的移交申请没有同意。理由：{reason}。请继续办理。',
      template: null,
    },
  ],
  escalate: [
    {
      to: ['next'],
      title: '承办事项要督促',
      body: '“{title}”超期未办或久无进展。请在{due}前{does}。',
      template: 'todo',
      many: {
        title: '有几件承办事项要督促',
        body: '有 {count} 件承办事项超期未办或久无进展。请打开待办，逐件督促。',
        opens: null,
      },
    },
    {
      to: ['lead'],
      title: '已提醒上一级',
      body: '“{title}”超期未办或久无进展，已提醒上一级。请尽快办理并报告进展。',
      template: null,
      many: {
        title: '已提醒上一级',
        body: '有 {count} 件承办事项超期未办或久无进展，已提醒上一级。请打开待办，尽快办理并报告进展。',
        opens: null,
      },
    },
    {
      to: ['raisers', 'cosigners'],
      title: '已提醒上一级督促',
      body: '“{title}”还没有办好，系统已提醒上一级督促。',
      template: 'progress',
      many: {
        title: '已提醒上一级督促',
        body: '您提出或附议的事里，有 {count} 件承办事项还没有办好，系统已提醒上一级督促。',
        opens: 'own_topics',
      },
    },
  ],
  urge: [
    {
      to: ['lead'],
      title: '上级督促办理',
      body: '“{title}”：{reason}。请尽快办理并报告进展。',
      template: null,
    },
  ],
  take_down: [
    {
      to: ['lead', 'convener'],
      title: '内容暂不公开',
      body: '“{title}”的内容已从公开页面撤下。原因：{reason}。',
      template: null,
    },
  ],
  restore: [{ to: ['lead', 'convener'], title: '内容恢复公开', body: '“{title}”的内容已恢复公开。', template: null }],
};
