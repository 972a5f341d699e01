import { requireCredentials } from './login.mjs';
import { Refusal } from './refusal.mjs';

const LIFE_MS = 7200_000;
/** In the last five minutes a new token is given out while the old one still works. */
const OVERLAP_MS = 300_000;
const FORCED_A_DAY = 20;
const FORCED_APART_MS = 30_000;
const DAY_MS = 86_400_000;
const TOKEN = /^[\w-]{64,512}$/;

/** POST /cgi-bin/stable_token */
export function stableToken(state, { body }) {
  if (body.grant_type !== 'client_credential') throw new Refusal(40002);
  requireCredentials(state, body);
  const now = state.now();
  if (body.force_refresh === true) force(state, now);
  else if (state.token === null || state.token.expiresAt - now <= OVERLAP_MS) renew(state, now, 42001);
  return { access_token: state.token.value, expires_in: Math.floor((state.token.expiresAt - now) / 1000) };
}

function force(state, now) {
  state.forcedAt = state.forcedAt.filter((at) => now - at < DAY_MS);
  if (state.forcedAt.length >= FORCED_A_DAY) throw new Refusal(45009);
  if (now - (state.forcedAt.at(-1) ?? Number.NEGATIVE_INFINITY) < FORCED_APART_MS) throw new Refusal(45011);
  state.forcedAt.push(now);
  for (const former of state.formerTokens.values()) former.until = 0;
  renew(state, now, 40001, 0);
}

function renew(state, now, errcode, until = state.token?.expiresAt) {
  if (state.token !== null) state.formerTokens.set(state.token.value, { until, errcode });
  state.token = { value: `${state.random(8)}_${state.random(127)}`, expiresAt: now + LIFE_MS };
}

/** @throws Refusal when a call's token is missing, unknown, replaced or out of date */
export function requireToken(state, token) {
  if (!token) throw new Refusal(41001);
  if (!TOKEN.test(token)) throw new Refusal(40014);
  const now = state.now();
  if (token === state.token?.value) {
    if (now >= state.token.expiresAt) throw new Refusal(42001);
    return;
  }
  const former = state.formerTokens.get(token);
  if (former === undefined) throw new Refusal(40001);
  if (now >= former.until) throw new Refusal(former.errcode);
}
