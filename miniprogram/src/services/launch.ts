import Taro from '@tarojs/taro';

/** Opened from 朋友圈 as a single page: nothing can be signed in to, navigated or filled in there. */
const TIMELINE_SCENE = 1154;

/** True in WeChat's single-page view of something shared to 朋友圈. */
export function isTimelineView(): boolean {
  return process.env.TARO_ENV === 'weapp' && Taro.getEnterOptionsSync().scene === TIMELINE_SCENE;
}
