import Taro from '@tarojs/taro';
import { openPage } from '@/services/navigation';
import { say } from '@/services/say';
import { tellRefusal } from '@/services/wechat-refusal';

export const LET_IN_PAGE = '/packages/me/let-in/index';

/** The `scene` in what a code says: a mini-program code's path, or an address; null when it is another code. */
export function sceneOf(code: string): string | null {
  if (!code.includes(LET_IN_PAGE.slice(1))) return null;
  const scene = /[?&]scene=([^&#]+)/.exec(code)?.[1];
  return scene === undefined ? null : decodeURIComponent(scene);
}

/** Lets somebody in WeChat scan the code that a desktop shows. */
export async function scanDesktop(): Promise<void> {
  let code: string;
  try {
    const { path, result } = await Taro.scanCode({});
    code = path || result;
  } catch (refusal) {
    tellRefusal(refusal);
    return;
  }
  const scene = sceneOf(code);
  if (scene === null) say('这不是电脑登录的码');
  else await openPage(LET_IN_PAGE, { scene });
}
