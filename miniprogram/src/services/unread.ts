import type { MessageCount } from '@consult/shared';
import Taro from '@tarojs/taro';
import { request } from './api';
import { TABS } from './navigation';
import { currentSession, onSessionChange } from './session';
import { createStore } from './store';

/** Several parts of one screen ask as it is shown: once is enough, and once more after it for who asked too soon, ms. */
const SAME_MOMENT_MS = 2_000;
/** More are not counted out. */
const MOST_SHOWN = 99;
const MY_TAB = TABS.findIndex(({ label }) => label === '我的');

const store = createStore(0);
let person: string | null = null;
let askedAt = 0;
let again: ReturnType<typeof setTimeout> | undefined;

/** How many messages are unread, as far as is known; 0 for a visitor. */
export const useUnread = store.use;

/** The number as a badge says it. */
export const unreadText = (count: number): string => (count > MOST_SHOWN ? `${MOST_SHOWN}+` : String(count));

/** Takes the number that the server answered. */
export function noteUnread({ unread }: MessageCount): void {
  store.set(unread);
  const drawn =
    unread > 0
      ? Taro.setTabBarBadge({ index: MY_TAB, text: unreadText(unread) })
      : Taro.removeTabBarBadge({ index: MY_TAB });
  // Away from the tabs there is none to draw on; it is drawn when one is shown.
  Promise.resolve(drawn).catch(() => undefined);
}

/** Asks how many are unread; a number that cannot be read now stays as it was. */
export async function refreshUnread(): Promise<void> {
  const asked = currentSession().me?.id ?? null;
  if (asked === null) return;
  clearTimeout(again);
  const soon = askedAt + SAME_MOMENT_MS - Date.now();
  if (soon > 0) {
    again = setTimeout(() => void refreshUnread(), soon);
    return;
  }
  askedAt = Date.now();
  try {
    const count = await request<MessageCount>('GET', '/messages/count');
    if (asked === person) noteUnread(count);
  } catch {
    // Only a number beside what says for itself whether it can be read.
  }
}

/** Follows who is signed in: another person has other messages. */
export function followUnread(): void {
  const follow = () => {
    const now = currentSession().me?.id ?? null;
    if (now === person) return;
    person = now;
    askedAt = 0;
    noteUnread({ unread: 0 });
    void refreshUnread();
  };
  onSessionChange(follow);
  follow();
}
