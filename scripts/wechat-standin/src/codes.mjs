import { requirePage } from './pages.mjs';
import { drawQr } from './png.mjs';
import { Refusal } from './refusal.mjs';

const SCENE = /^[0-9A-Za-z!#$'()*+,/:;=?@\-._~]+$/;
const SCENE_MAX = 32;
const WIDTHS = [280, 1280];
const VERSIONS = ['release', 'trial', 'develop'];
const DEFAULT_WIDTH = 430;

/** POST /wxa/getwxacodeunlimit: a PNG; a QR code in place of WeChat's round one, which says where it would lead. */
export function unlimitedCode(state, { body }) {
  const { scene, page, check_path: checkPath = true, env_version: version = 'release', width = DEFAULT_WIDTH } = body;
  if (typeof scene !== 'string' || scene === '') throw new Refusal(40129);
  if (scene.length > SCENE_MAX) throw new Refusal(40169);
  if (!SCENE.test(scene)) throw new Refusal(40129);
  if (!VERSIONS.includes(version)) throw new Refusal(40097, 'invalid env_version');
  if (!(width >= WIDTHS[0] && width <= WIDTHS[1])) throw new Refusal(40097, 'invalid width');
  if (page !== undefined && checkPath) requirePage(state, page);
  if (page !== undefined && /^\/|\?/.test(page)) throw new Refusal(41030);
  return drawQr(`wechat-standin:${page ?? ''}?scene=${encodeURIComponent(scene)}&env_version=${version}`, width);
}
