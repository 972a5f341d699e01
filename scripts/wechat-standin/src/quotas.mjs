import { Refusal } from './refusal.mjs';

const SPAN_MS = { second: 1_000, minute: 60_000, day: 86_400_000 };
const LINKS = 'links';

/** How often a call may be made: by path (the two kinds of links share theirs), span, limit, refusal. */
const LIMITS = [
  { of: '/cgi-bin/stable_token', span: 'minute', limit: 10_000, errcode: 45011 },
  { of: '/cgi-bin/stable_token', span: 'day', limit: 500_000, errcode: 45009 },
  { of: '/sns/jscode2session', span: 'minute', limit: 100, errcode: 45011 },
  { of: '/wxa/msg_sec_check', span: 'minute', limit: 4_000, errcode: 44991 },
  { of: '/wxa/msg_sec_check', span: 'day', limit: 2_000_000, errcode: 45009 },
  { of: '/wxa/media_check_async', span: 'minute', limit: 2_000, errcode: 44991 },
  { of: '/wxa/media_check_async', span: 'day', limit: 200_000, errcode: 45009 },
  { of: '/cgi-bin/message/subscribe/send', span: 'day', limit: 10_000_000, errcode: 45009 },
  { of: '/wxa/getwxacodeunlimit', span: 'minute', limit: 5_000, errcode: 45009 },
  { of: LINKS, span: 'second', limit: 100, errcode: 44990 },
  { of: LINKS, span: 'day', limit: 500_000, errcode: 44993 },
];
const SHARED = { '/wxa/generate_urllink': LINKS, '/wxa/generatescheme': LINKS };

/** Counts calls, and refuses those above WeChat's limits. */
export class Quotas {
  constructor() {
    this.limits = LIMITS.map((limit) => ({ ...limit, window: 0, counts: new Map() }));
  }

  /** @param {{path: string, span: keyof typeof SPAN_MS, limit: number}} change */
  set({ path, span, limit }) {
    const found = this.limits.find((one) => one.of === (SHARED[path] ?? path) && one.span === span);
    if (found === undefined) throw new TypeError(`no limit each ${span} on ${path}`);
    found.limit = limit;
    found.counts.clear();
  }

  /** @param {string} [person] whose quota it is, where each person has one. @throws Refusal */
  count(path, now, person = '') {
    for (const one of this.limits) {
      if (one.of !== (SHARED[path] ?? path)) continue;
      const window = Math.floor(now / SPAN_MS[one.span]);
      if (window !== one.window) Object.assign(one, { window, counts: new Map() });
      const count = (one.counts.get(person) ?? 0) + 1;
      one.counts.set(person, count);
      if (count > one.limit) throw new Refusal(one.errcode);
    }
  }
}
