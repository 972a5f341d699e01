import type { NoteAction } from '../../events/event.labels.js';
import type { SessionAction } from '../../sessions/session.states.js';
import type { Silent, Told } from '../message.audience.js';

export const SESSION_TELLINGS: Readonly<Partial<Record<SessionAction | NoteAction, Told | Silent>>> = {
  create: [{ to: ['next'], title: '有协商在筹备', body: '“{title}”开始筹备，请在{due}前{does}。', template: 'todo' }],
  announce: [
    {
      to: ['named', 'participants'],
      title: '协商会议通知',
      body: '请您参加“{title}”。时间：{time}。地点：{place}。来不了请在会议页面说一声。',
      template: 'meeting',
      arrangement: 'stands',
    },
    {
      to: ['raisers', 'cosigners'],
      title: '您关心的事要协商了',
      body: '“{title}”定了时间：{time}。地点：{place}。想参加可以报名。',
      template: 'meeting',
      arrangement: 'stands',
    },
  ],
  edit: { silent: '通知发出前才能修改，发通知时会告诉大家' },
  rearrange: [
    {
      to: ['replaced'],
      title: '会议改由别人主持或记录',
      body: '“{title}”改由别人主持或者记录了。时间：{time}。地点：{place}。有疑问请联系召集人。',
      template: null,
      arrangement: 'stands',
    },
    {
      to: ['named', 'participants', 'raisers', 'cosigners'],
      title: '协商会议安排有变动',
      body: '“{title}”的安排有变动：{reason}。时间：{time}。地点：{place}。',
      template: 'meeting',
      arrangement: 'stands',
    },
  ],
  invite: [
    {
      to: ['invited'],
      title: '协商会议邀请',
      body: '请您参加“{title}”。时间：{time}。地点：{place}。来不了请在会议页面说一声。',
      template: 'meeting',
      arrangement: 'stands',
      inStates: ['announced'],
    },
  ],
  uninvite: [
    {
      to: ['invited'],
      title: '参会名单有变动',
      body: '您已不在“{title}”的参会名单上，有疑问请联系召集人。',
      template: 'meeting',
      arrangement: 'off',
      inStates: ['announced'],
    },
  ],
  move_up: [
    {
      to: ['invited'],
      title: '您有参会席位了',
      body: '有人让出席位，您可以参加“{title}”了。时间：{time}。地点：{place}。来不了请在会议页面说一声。',
      template: 'meeting',
      arrangement: 'stands',
      inStates: ['announced'],
    },
  ],
  open_draw: {
    silent: '会议通知已请大家报名，会议页面上同时能报名抽取',
  },
  draw: { silent: '抽中的人各自收到通知，结果在会议页面公布' },
  drawn: [
    {
      to: ['invited'],
      title: '您被抽中参加协商',
      body: '请您参加“{title}”。时间：{time}。地点：{place}。来不了请在会议页面说一声。',
      template: 'meeting',
      arrangement: 'stands',
      inStates: ['announced'],
    },
  ],
  redraw: { silent: '重新抽中的人各自收到通知，理由在会议页面公布' },
  add_material: { silent: '材料在会议页面上，会前一天的提醒会请大家去看' },
  remove_material: { silent: '会议页面上不再显示就是了' },
  start: { silent: '会议开始时人已到场，会前一天另有提醒' },
  end: { silent: '起草纪要的待办会告诉记录人' },
  record: { silent: '随纪要发布而来，纪要发布会告诉大家' },
  postpone: [
    {
      to: ['named', 'participants', 'raisers', 'cosigners'],
      title: '协商会议延期',
      body: '原定{time}的“{title}”延期。原因：{reason}。新的时间定下后再通知您。',
      template: 'meeting',
      arrangement: 'off',
    },
  ],
  cancel: [
    {
      to: ['named', 'participants'],
      title: '协商会议取消',
      body: '原定{time}的“{title}”取消。原因：{reason}。',
      template: 'meeting',
      arrangement: 'off',
    },
    {
      to: ['raisers', 'cosigners'],
      title: '协商会议取消',
      body: '“{title}”取消。原因：{reason}。您关心的议题仍在办理。',
      template: 'meeting',
      arrangement: 'off',
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
