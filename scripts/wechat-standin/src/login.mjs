import { Refusal } from './refusal.mjs';

const CODE_LIFE_MS = 5 * 60_000;

/** Who may ask: the credentials in a query or a body. @throws Refusal */
export function requireCredentials({ settings }, { appid, secret }) {
  if (!appid) throw new Refusal(41002);
  if (!secret) throw new Refusal(41004);
  if (appid !== settings.appId) throw new Refusal(40013);
  if (secret !== settings.secret) throw new Refusal(40125);
}

/** Makes the code that `wx.login` would give this person. */
export function newLoginCode(state, { openid = state.newOpenid(), unionid, blocked = false } = {}) {
  const code = state.random(32);
  state.loginCodes.set(code, { openid, unionid, blocked, madeAt: state.now(), used: false });
  return { code, openid };
}

/** Makes the code that the phone button would give. */
export function newPhoneCode(state, { phone, countryCode = '86', appid = state.settings.appId }) {
  const code = state.random(64);
  state.phoneCodes.set(code, { phone: String(phone), countryCode, appid, madeAt: state.now(), used: false });
  return { code };
}

function spend(state, codes, code) {
  const entry = codes.get(code);
  if (entry === undefined || state.now() - entry.madeAt > CODE_LIFE_MS) throw new Refusal(40029);
  return entry;
}

/** GET /sns/jscode2session */
export function code2Session(state, { query }) {
  requireCredentials(state, query);
  if (!query.js_code) throw new Refusal(41008);
  if (query.grant_type !== 'authorization_code') throw new Refusal(40002);
  const entry = spend(state, state.loginCodes, query.js_code);
  if (entry.used) throw new Refusal(40163);
  state.quotas.count('/sns/jscode2session', state.now(), entry.openid);
  if (entry.blocked) throw new Refusal(40226);
  entry.used = true;
  state.touch(entry.openid);
  const session = { session_key: Buffer.from(state.random(16)).toString('base64'), openid: entry.openid };
  return entry.unionid ? { ...session, unionid: entry.unionid } : session;
}

/** POST /wxa/business/getuserphonenumber */
export function phoneNumber(state, { body }) {
  const entry = spend(state, state.phoneCodes, body.code);
  if (entry.used) throw new Refusal(40029);
  if (entry.appid !== state.settings.appId) throw new Refusal(40013);
  entry.used = true;
  const { phone, countryCode, appid, madeAt } = entry;
  return {
    errcode: 0,
    errmsg: 'ok',
    phone_info: {
      phoneNumber: String(countryCode) === '86' ? phone : `+${countryCode}${phone}`,
      purePhoneNumber: phone,
      countryCode,
      watermark: { timestamp: Math.floor(madeAt / 1000), appid },
    },
  };
}
