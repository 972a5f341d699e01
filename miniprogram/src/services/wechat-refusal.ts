import { say } from './say';

/** WeChat's numbers for what a person or the platform does not allow. */
const WORDS: Readonly<Record<number, string>> = {
  104: '需要先同意隐私保护指引才能用。不同意也不影响其他功能',
  112: '这项功能还没有开通，请改用文字说明',
  1400001: '手机号验证次数已用完，请联系工作人员',
};

const DENIED = /auth(orize)?:? ?(deny|denied)|no permission|unauthorized/i;

/**
 * What to tell somebody when a call of WeChat's failed; null when they changed their mind themselves.
 * @param failure what the call threw, or an event's detail
 * @param otherwise said of what has no words of its own
 */
export function sayRefusal(failure: unknown, otherwise = '没有成功，请再试一次'): string | null {
  const { errno, errMsg = '' } = (failure ?? {}) as { errno?: number; errMsg?: string };
  if (errno !== undefined && WORDS[errno]) return WORDS[errno];
  if (/cancel/i.test(errMsg)) return null;
  if (DENIED.test(errMsg)) return '没有得到允许。可在右上角“…”的设置里打开';
  return otherwise;
}

/** Says it in passing; nothing where there is nothing to say. */
export function tellRefusal(failure: unknown): void {
  const title = sayRefusal(failure);
  if (title !== null) say(title);
}
