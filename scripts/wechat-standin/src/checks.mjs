import { createHash } from 'node:crypto';
import { pushEvent } from './callbacks.mjs';
import { Refusal } from './refusal.mjs';

const ACTIVE_MS = 2 * 60 * 60_000;
const CONTENT_MAX = 2500;
const FETCH_MS = 5_000;
const FILE_MAX = 10 * 1024 * 1024;
const OPENID = /^o[\w-]{27}$/;
/** Content with these words is found wanting, so that tests and demos can bring it about. */
const MAGIC = [
  { word: '违规词', suggest: 'risky', label: 20006 },
  { word: '待审词', suggest: 'review', label: 20001 },
];
const NOTHING_WRONG = { suggest: 'pass', label: 100 };

function requireCheckable(state, { version, openid, scene }) {
  if (version !== 2) throw new Refusal(40097);
  if (!OPENID.test(openid ?? '')) throw new Refusal(40003);
  if (![1, 2, 3, 4].includes(scene)) throw new Refusal(40129);
  const seen = state.active.get(openid);
  if (seen === undefined || state.now() - seen > ACTIVE_MS) throw new Refusal(61010);
}

/** POST /wxa/msg_sec_check */
export function checkText(state, { body }) {
  const { content, title = '', nickname = '', signature = '' } = body;
  if (typeof content !== 'string' || content === '') throw new Refusal(44002);
  if ([...content].length > CONTENT_MAX) throw new Refusal(40097, 'content size out of limit');
  requireCheckable(state, body);
  const all = [content, title, nickname, signature].join('\n');
  const found = MAGIC.find(({ word }) => all.includes(word));
  const { suggest, label } = found ?? NOTHING_WRONG;
  const model = { strategy: 'content_model', errcode: 0, suggest, label, prob: found ? 90 : 10 };
  const keyword = found && { strategy: 'keyword', errcode: 0, suggest, label, keyword: found.word, level: 90 };
  return {
    errcode: 0,
    errmsg: 'ok',
    trace_id: state.random(32),
    result: { suggest, label },
    // One of the strategies may fail by itself; it then says nothing.
    detail: [
      model,
      ...(keyword ? [keyword] : []),
      { strategy: 'keyword', errcode: -1, suggest: 'risky', label: 20002 },
    ],
  };
}

/** POST /wxa/media_check_async: the verdict follows as an event. */
export function checkMedia(state, { body }) {
  const { media_url: url, media_type: type, openid } = body;
  if (type !== 1 && type !== 2) throw new Refusal(40004);
  if (!URL.canParse(url ?? '')) throw new Refusal(40097, 'invalid media_url');
  requireCheckable(state, body);
  if (state.checks.some((check) => check.url === url && check.openid === openid)) throw new Refusal(87020);
  const check = { traceId: state.random(32), url, openid, done: false };
  state.checks.push(check);
  void judge(state, check);
  return { errcode: 0, errmsg: 'ok', trace_id: check.traceId };
}

async function judge(state, { traceId, url, openid }) {
  const file = await download(url);
  const { suggest, label } = file === null ? NOTHING_WRONG : verdictOf(state, url, file);
  const failed = file === null;
  pushEvent(state, {
    FromUserName: openid,
    Event: 'wxa_media_check',
    appid: state.settings.appId,
    trace_id: traceId,
    version: 2,
    ...(failed
      ? { errcode: -1008, errmsg: 'download failed', result: {}, detail: [] }
      : {
          errcode: 0,
          errmsg: 'ok',
          result: { suggest, label },
          detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
        }),
  });
}

/** By rules that the control endpoint set: part of the address, or the SHA-256 of the file. */
function verdictOf(state, url, file) {
  const hash = createHash('sha256').update(file).digest('hex');
  return (
    state.imageRules.find(({ contains, sha256 }) => (contains ? url.includes(contains) : sha256 === hash)) ??
    NOTHING_WRONG
  );
}

async function download(url) {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(FETCH_MS) });
    const file = Buffer.from(await answer.arrayBuffer());
    return answer.ok && file.length > 0 && file.length <= FILE_MAX ? file : null;
  } catch {
    return null;
  }
}
