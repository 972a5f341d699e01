import Taro from '@tarojs/taro';

/** Opened from 朋友圈 as a single page: nothing can be signed in to, navigated or filled in there. */
const TIMELINE_SCENE = 1154;

/** True in WeChat's single-page view of something shared to 朋友圈. */
export function isTimelineView(): boolean {
  return process.env.TARO_ENV === 'weapp' && Taro.getEnterOptionsSync().scene === TIMELINE_SCENE;
}

/**
 * Whether doing something is offered at all. In the single-page view nothing is: whatever one does needs a sign-in, a
 * form or another page. components/Button and components/Tappable ask here, and draw nothing else of what acts.
 * @param reads it only shows more of what is on the page: a photo, another try at reading
 */
export function isOffered(reads: boolean): boolean {
  return reads || !isTimelineView();
}
