import { requirePage } from './pages.mjs';
import { Refusal } from './refusal.mjs';

const QUERY_MAX = 1024;
const DAYS_MAX = 30;
const VERSIONS = ['release', 'trial', 'develop'];

/** POST /wxa/generate_urllink */
export function urlLink(state, { body }) {
  requireLink(state, body, body);
  return { errcode: 0, errmsg: 'ok', url_link: `https://wxaurl.cn/${state.random(11)}` };
}

/** POST /wxa/generatescheme */
export function scheme(state, { body }) {
  requireLink(state, body.jump_wxa ?? {}, body);
  return { errcode: 0, errmsg: 'ok', openlink: `weixin://dl/business/?t=${state.random(11)}` };
}

function requireLink(state, { path = '', query = '', env_version: version = 'release' }, expiry) {
  if (!state.released) throw new Refusal(85079);
  if (path !== '') requirePage(state, path, 40165);
  if (query.length > QUERY_MAX || /\s/.test(query)) throw new Refusal(40212);
  if (!VERSIONS.includes(version)) throw new Refusal(85402);
  if (!isGoodExpiry(expiry, state.now())) throw new Refusal(85401);
}

function isGoodExpiry({ expire_type: type = 0, expire_time: time, expire_interval: days }, now) {
  if (type === 1) return Number.isInteger(days) && days >= 1 && days <= DAYS_MAX;
  const ahead = Number(time) * 1000 - now;
  return type === 0 && ahead > 60_000 && ahead <= DAYS_MAX * 86_400_000;
}
