import Taro from '@tarojs/taro';
import { unreachable } from './api-error';
import { TABS } from './navigation';
import { say } from './say';

/** In a browser a page's script is fetched when it is first opened; says so where it could not be. */
export function listenForLostPages(): void {
  window.addEventListener('unhandledrejection', (event) => {
    if (!(event.reason instanceof Error) || event.reason.name !== 'ChunkLoadError') return;
    event.preventDefault();
    say(unreachable().message);
  });
}

/** For an address that is no page of ours, mistyped or from long ago: leads to the first page, and says why. */
export async function leaveLostPage(): Promise<void> {
  await Taro.reLaunch({ url: TABS[0].path });
  say('没有找到要看的页面，已回到首页');
}
