import type { NoteAction } from '../../events/event.labels.js';
import type { TopicAction } from '../../topics/topic.states.js';
import type { Silent, Told } from '../message.audience.js';

const REVIEW_TOGETHER = {
  to: ['next'],
  title: '有议题等您处理',
  body: '“{title}”等议题已送到，请在{due}前{does}。',
  template: 'todo',
  together: true,
} as const;

const followers = (title: string, body: string): Told => [
  { to: ['raisers', 'cosigners'], title, body, template: 'progress' },
];

export const TOPIC_TELLINGS: Readonly<Partial<Record<TopicAction | NoteAction, Told | Silent>>> = {
  create: { silent: '草稿只有提出人自己看到；提交时再告诉召集人' },
  submit: [{ to: ['next'], title: '有新议题待审核', body: '“{title}”已提交，请在{due}前{does}。', template: 'todo' }],
  accept: followers('议题已受理', '“{title}”已受理，进入议题库。乡亲们可以附议。'),
  return: [
    {
      to: ['raisers'],
      title: '请补充议题',
      body: '“{title}”需要补充。说明：{reason}。请在{due}前补充后再提交。',
      template: 'todo',
    },
  ],
  decline: [
    {
      to: ['raisers'],
      title: '议题没有受理',
      body: '“{title}”没有受理。原因：{reason}。打开可看到还能找谁办。',
      template: 'progress',
    },
  ],
  merge: followers('议题已并案', '“{title}”与同类议题合并办理，您仍会收到后面的进展。说明：{reason}。'),
  unmerge: followers('议题恢复单独办理', '“{title}”不再合并，恢复单独办理。说明：{reason}。'),
  shortlist: followers('议题列为拟定议题', '“{title}”列为拟定议题，正在公开征求意见。'),
  drop: followers('议题退回议题库', '“{title}”这次没有列入计划，仍留在议题库。说明：{reason}。'),
  propose: [REVIEW_TOGETHER, ...followers('议题已送审', '“{title}”已送乡镇党委审核。')],
  party_approve: [REVIEW_TOGETHER, ...followers('乡镇党委已同意', '“{title}”经乡镇党委同意，已送县政协审定。')],
  party_send_back: [
    {
      to: ['next'],
      title: '乡镇党委退回了议题',
      body: '“{title}”被退回议题库。意见：{reason}。',
      template: 'todo',
    },
    ...followers('议题退回议题库', '“{title}”这次没有通过乡镇党委审核，仍留在议题库。意见：{reason}。'),
  ],
  county_approve: [REVIEW_TOGETHER, ...followers('议题已列入计划', '“{title}”经县政协审定，已列入协商计划。')],
  county_send_back: [
    { to: ['next'], title: '县政协退回了议题', body: '“{title}”被退回议题库。意见：{reason}。', template: 'todo' },
    ...followers('议题退回议题库', '“{title}”这次没有通过县政协审定，仍留在议题库。意见：{reason}。'),
  ],
  plan_published: [
    {
      to: ['next'],
      title: '计划已公布，请召集协商',
      body: '“{title}”等议题的计划已公布，请在{due}前{does}。',
      template: 'todo',
      together: true,
    },
    ...followers('协商计划已公布', '列入“{title}”的协商计划已公布，公示期满后召集协商。'),
  ],
  deliberate: { silent: '会议通知会告诉大家时间和地点' },
  resolve: { silent: '同时发布的会议纪要和协商成果会告诉大家' },
  reconsult: followers('议题将再次协商', '“{title}”将再次召集协商。'),
  reopen: { silent: '重新办理的承办事项会告诉大家' },
  close: followers('议题已办结', '“{title}”已办结。说明：{reason}。感谢您的关心。'),
  suspend: followers('议题已暂停', '“{title}”暂停办理。原因：{reason}。'),
  resume: [
    { to: ['next'], title: '议题恢复办理', body: '“{title}”恢复办理，请在{due}前{does}。', template: 'todo' },
    ...followers('议题恢复办理', '“{title}”恢复办理。'),
  ],
  withdraw: followers('议题已撤销', '“{title}”已撤销。原因：{reason}。'),
  classify: [
    { to: ['raisers'], title: '公开范围有调整', body: '“{title}”的公开范围有调整，打开可以查看。', template: null },
  ],
  take_down: [
    {
      to: ['raisers'],
      title: '内容暂不公开',
      body: '“{title}”的内容已从公开页面撤下。原因：{reason}。',
      template: null,
    },
  ],
  restore: [{ to: ['raisers'], title: '内容恢复公开', body: '“{title}”的内容已恢复公开。', template: null }],
};
