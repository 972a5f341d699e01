import { LINK_PAGE } from '@consult/shared';
import Taro from '@tarojs/taro';
import { type Query, queryString } from './api';
import { isTimelineView } from './launch';
import { say } from './say';

/** The four tabs, as in app.config.ts. */
export const TABS = [
  { path: '/pages/home/index', label: '首页', icon: 'home' },
  { path: '/pages/topics/index', label: '议题', icon: 'topic' },
  { path: '/pages/sessions/index', label: '协商', icon: 'people' },
  { path: '/pages/me/index', label: '我的', icon: 'person' },
] as const;

/** Where the workbench (待办) opens. */
export const WORKBENCH = { path: '/packages/work/inbox/index', label: '待办', icon: 'inbox' } as const;

/** Where messages open. */
export const MESSAGES = { path: '/packages/me/messages/index', label: '消息', icon: 'bell' } as const;

/** Where somebody signs in; an action that needs it asks by features/identity/require-sign-in. */
export const SIGN_IN_PAGE = '/packages/me/sign-in/index';

/** Where somebody new agrees to the documents and says where they live. */
export const SETTLE_PAGE = '/packages/me/settle/index';

/** What a mini-program code (小程序码) opens; goes on to where its `scene` leads. */
export const OPEN_PAGE = `/${LINK_PAGE}`;

const isTab = (path: string): boolean => TABS.some((tab) => tab.path === path);

/** Taps that come this soon after one another are one. */
const SAME_TAP_MS = 600;
let opened = { url: '', at: 0 };

/**
 * Opens a page by its path (with the slash); a tab is switched to and takes no query.
 * However often something is tapped while its page opens, it opens once.
 */
export async function openPage(path: string, query?: Query): Promise<void> {
  if (isTimelineView()) {
    say('请点下方“前往小程序”');
    return;
  }
  if (isTab(path)) {
    await Taro.switchTab({ url: path });
    return;
  }
  const url = `${path}${queryString(query)}`;
  const now = Date.now();
  if (opened.url === url && now - opened.at < SAME_TAP_MS) return;
  opened = { url, at: now };
  await Taro.navigateTo({ url });
}

/** Opens a page in place of this one, as after a form was sent. */
export async function replacePage(path: string, query?: Query): Promise<void> {
  if (isTab(path)) await Taro.switchTab({ url: path });
  else await Taro.redirectTo({ url: `${path}${queryString(query)}` });
}

/** Goes back; to the first tab where there is nothing behind, as after opening a shared link. */
export async function goBack(): Promise<void> {
  if (Taro.getCurrentPages().length > 1) await Taro.navigateBack();
  else await Taro.switchTab({ url: TABS[0].path });
}

/** Goes back to the page that a form was opened from or, where there is none behind, as after a reload, to `path`. */
export async function leaveFor(path: string, query?: Query): Promise<void> {
  if (Taro.getCurrentPages().length > 1) await Taro.navigateBack();
  else await replacePage(path, query);
}

/** Where this page is, for a way back after signing in. */
export function currentPath(): string {
  const [path = ''] = (Taro.getCurrentInstance().router?.path ?? '').split('?');
  return path;
}
