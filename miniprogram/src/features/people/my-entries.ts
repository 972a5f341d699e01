import {
  departmentsOf,
  type Grant,
  type ModerationCount,
  mayEver,
  SUPERVISOR_ROLES,
  TOPIC_READERS,
} from '@consult/shared';
import { ACCOUNT_PAGES } from '@/features/account/account.pages';
import { ADMIN_PAGES } from '@/features/admin/admin.pages';
import { CASE_PAGES } from '@/features/cases/case.pages';
import { FEEDBACK_PAGES } from '@/features/feedback/feedback.pages';
import { FIGURE_PAGES } from '@/features/figures/figures.pages';
import { scanDesktop } from '@/features/identity/scan-desktop';
import { LEDGER_PAGES } from '@/features/ledger/ledger.pages';
import { MESSAGE_PAGES } from '@/features/messages/message.pages';
import { MODERATION_PAGES } from '@/features/moderation/moderation.pages';
import { watchLinks } from '@/features/moderation/watch-links';
import { wordsCounty } from '@/features/moderation/watched-region';
import { OPEN_DATA_PAGE } from '@/features/open-data/open-data.pages';
import { OUTCOME_PAGES } from '@/features/outcomes/outcome.pages';
import { PLAN_PAGES } from '@/features/plans/plan.pages';
import { RESEARCH_PAGES } from '@/features/research/research.pages';
import { SESSION_PAGES } from '@/features/sessions/session.pages';
import { TASK_PAGES } from '@/features/tasks/task.pages';
import { TOPIC_PAGES } from '@/features/topics/topic.pages';
import { WORK_PAGES } from '@/features/work/work.pages';
import { MESSAGES, openPage, WORKBENCH } from '@/services/navigation';
import type { MenuEntry } from './MenuList';

const to = (icon: MenuEntry['icon'], label: string, page: string): MenuEntry => ({
  icon,
  label,
  onTap: () => void openPage(page),
});

/**
 * What is mine: what I was told, what I am to do, what I raised, where I am invited, what I am asked to rate.
 * @param isStaff has the way to the workbench among their work, see workEntries
 */
export function ownEntries(unread: number, isStaff: boolean): MenuEntry[] {
  return [
    { ...to(MESSAGES.icon, MESSAGES.label, MESSAGES.path), news: { count: unread, label: `${unread} 条未读` } },
    ...(isStaff ? [] : [to('inbox', WORKBENCH.label, WORKBENCH.path)]),
    to('topic', '我的议题', TOPIC_PAGES.mine),
    to('people', '我的协商', SESSION_PAGES.mine),
    to('search', '我的调研', RESEARCH_PAGES.mine),
    to('star', '我要评议', TASK_PAGES.toRate),
    to('warning', '我的举报', MODERATION_PAGES.myReports),
  ];
}

/** The work of those who handle things, by what they may do. @param count what waits for those who watch over content */
export function workEntries(grants: readonly Grant[], count: ModerationCount | null): MenuEntry[] {
  return [
    to('inbox', WORKBENCH.label, WORKBENCH.path),
    ...(departmentsOf(grants).length > 0 ? [to('promise', '本部门承办事项', TASK_PAGES.mine)] : []),
    ...(grants.some(({ role }) => SUPERVISOR_ROLES.includes(role))
      ? [to('star', '我督办的', TASK_PAGES.supervised)]
      : []),
    ...(mayEver('topic.record', grants) ? [to('edit', '代录议题', WORK_PAGES.record)] : []),
    ...(grants.some(({ role }) => TOPIC_READERS.includes(role))
      ? [to('topic', '本地全部议题', WORK_PAGES.topics)]
      : []),
    ...watchLinks(grants, count).map(({ icon, label, path, waiting }) => ({
      ...to(icon, label, path),
      news: { count: waiting, label: `${waiting} 件待处理` },
    })),
    ...(wordsCounty(grants) === null ? [] : [to('filter', '屏蔽词', MODERATION_PAGES.words)]),
  ];
}

/** What administrators and the county office set and oversee. */
export function adminEntries(grants: readonly Grant[]): MenuEntry[] {
  return [
    ...(mayEver('staff.manage', grants) ? [to('people', '工作人员账号', ADMIN_PAGES.staff)] : []),
    ...(mayEver('grant.manage', grants) ? [to('person', '人员与身份', ADMIN_PAGES.people)] : []),
    ...(mayEver('settings.write', grants) ? [to('settings', '本地设置', ADMIN_PAGES.settings)] : []),
    ...(mayEver('open_key.manage', grants) ? [to('share', '开放数据密钥', ADMIN_PAGES.keys)] : []),
    ...(mayEver('phone.reveals', grants) ? [to('phone', '电话查看记录', ADMIN_PAGES.reveals)] : []),
    ...(mayEver('dead_letter.handle', grants) ? [to('refresh', '没办成的后台工作', MESSAGE_PAGES.deadLetters)] : []),
  ];
}

/** What is known of me, and in WeChat the way to let a desktop in. */
export function accountEntries(): MenuEntry[] {
  return [
    to('lock', '账号与隐私', ACCOUNT_PAGES.account),
    ...(process.env.TARO_ENV === 'weapp'
      ? [{ icon: 'code' as const, label: '扫码登录电脑', onTap: () => void scanDesktop() }]
      : []),
  ];
}

/** What everyone may look up. */
export function publicEntries(): MenuEntry[] {
  return [
    to('plan', '协商计划', PLAN_PAGES.list),
    to('promise', '承诺台账', LEDGER_PAGES.list),
    to('figures', '数据看板', FIGURE_PAGES.board),
    to('minutes', '协商成果', OUTCOME_PAGES.list),
    to('star', '案例库', CASE_PAGES.list),
    to('share', '开放数据', OPEN_DATA_PAGE),
    to('comment', '投诉建议', FEEDBACK_PAGES.mine),
  ];
}
