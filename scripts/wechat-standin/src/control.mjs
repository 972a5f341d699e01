import { deliver, flush, pushEvent } from './callbacks.mjs';
import { newLoginCode, newPhoneCode } from './login.mjs';
import { subscribe } from './subscribe.mjs';

/** What a test or a demo may ask of the stand-in itself; all under /_standin. */
export const CONTROLS = {
  'POST /reset': (state) => state.reset(),
  /** {advanceMs} puts the clock forward. */
  'POST /clock': (state, { advanceMs = 0 }) => {
    state.offset += advanceMs;
    return { now: state.now() };
  },
  /** {openid?, unionid?, blocked?} → {code, openid} */
  'POST /login-codes': (state, body) => newLoginCode(state, body),
  /** {phone, countryCode?, appid?} → {code} */
  'POST /phone-codes': (state, body) => newPhoneCode(state, body),
  /** {openid}: is in the mini-program now. */
  'POST /active': (state, { openid }) => state.touch(openid),
  /** {openid, templateId, accept?, reject?, push?} */
  'POST /subscriptions': (state, body) => subscribe(state, body),
  /** → {left} */
  'GET /subscriptions': (state, _, { openid, templateId }) => ({
    left: state.subscriptions.get(`${openid} ${templateId}`) ?? 0,
  }),
  /** A list of templates as gettemplate answers them. */
  'PUT /templates': (state, templates) => {
    state.templates = new Map(templates.map((template) => [template.priTmplId, template]));
  },
  'GET /messages': ({ messages }) => messages,
  /** {ms}: how long a message is on its way, during which another to the same person is refused. */
  'POST /sending': (state, { ms }) => {
    state.sendMs = ms;
  },
  /** {contains | sha256, suggest, label} decides about pictures; the first rule that fits. */
  'POST /image-rules': (state, rule) => {
    state.imageRules.push(rule);
  },
  /** {pages: [...] | null, released?}: what the released version has. */
  'POST /app': (state, { pages = state.pages, released = state.released }) => {
    Object.assign(state, { pages, released });
  },
  /** A fault, see faults.mjs. */
  'POST /faults': (state, fault) => state.faults.add(fault),
  'DELETE /faults': (state) => state.faults.clear(),
  /** {path, span, limit} */
  'POST /limits': (state, limit) => state.quotas.set(limit),
  /** {delayMs?, times?, hold?}: how events are pushed from now on. */
  'POST /callbacks': (state, callbacks) => {
    Object.assign(state.callbacks, callbacks);
  },
  /** Lets go what was held back, and waits for it. */
  'POST /callbacks/flush': async (state) => ({ count: await flush(state) }),
  'GET /callbacks': ({ deliveries, held }) => ({ deliveries, held: held.length }),
  /** {url, token, aesKey, format} */
  'PUT /push': (state, push) => {
    state.settings.push = push;
  },
  /** The fields of any event, pushed at once. → how it was answered */
  'POST /push': (state, event) => deliver(state, { CreateTime: Math.floor(state.now() / 1000), ...event }),
  /** The fields of any event, pushed as the others are. */
  'POST /events': (state, event) => pushEvent(state, event),
  /** Calls that came, oldest first: [{path, errcode}] */
  'GET /requests': ({ requests }) => requests,
};
