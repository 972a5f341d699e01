import type { UnlimitedCode } from '../wechat-api.js';

const SCENE = /^[0-9A-Za-z!#$'()*+,/:;=?@\-._~]{1,32}$/;
const PAGE = /^[\w-]+(\/[\w-]+)+$/;

/** Whether a mini-program code can hold this scene. `&` is documented and yet refused, so it does not count. */
export function isScene(scene: string): boolean {
  return SCENE.test(scene);
}

/** A page as WeChat takes it: without a leading slash, without a query. */
export function isPagePath(page: string): boolean {
  return PAGE.test(page);
}

/** @throws RangeError naming what WeChat would refuse */
export function requireGoodCode({ scene, page, width }: UnlimitedCode): void {
  if (!isScene(scene)) throw new RangeError('a scene has 1 to 32 of the characters that WeChat allows');
  if (page !== undefined && !isPagePath(page)) throw new RangeError('a page has no leading slash and no query');
  if (width !== undefined && !(width >= 280 && width <= 1280)) throw new RangeError('a code is 280 to 1280 px wide');
}
