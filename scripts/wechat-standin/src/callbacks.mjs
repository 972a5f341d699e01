import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { stringify } from './json.mjs';
import { encrypt, sign } from './push-crypto.mjs';
import { toXml } from './xml.mjs';

const ANSWER_MS = 5_000;
const TRIES = 3;
const ACCOUNT = 'gh_standin0000';

/**
 * Sends an event to the server: after the delay, as often, or when it is let go, as the control endpoint said.
 * @param {import('./state.mjs').State} state
 * @param {Record<string, unknown>} fields
 */
export function pushEvent(state, fields) {
  if (state.settings.push === null) return;
  const event = { ToUserName: ACCOUNT, CreateTime: Math.floor(state.now() / 1000), MsgType: 'event', ...fields };
  const { delayMs, times, hold } = state.callbacks;
  if (hold) {
    state.held.push({ event, times });
    return;
  }
  void sleep(delayMs, null, { ref: false }).then(() => repeat(state, event, times));
}

/** Sends what was held back. @returns {Promise<number>} how many events */
export async function flush(state) {
  const held = state.held.splice(0);
  for (const { event, times } of held) await repeat(state, event, times);
  return held.length;
}

async function repeat(state, event, times) {
  for (let time = 1; time <= times; time++) await deliver(state, event);
}

/** One delivery, tried up to three times, until the server says `success` or nothing. */
export async function deliver(state, event) {
  const record = { event, tries: 0, answered: null };
  state.deliveries.push(record);
  for (let attempt = 1; attempt <= TRIES && record.answered !== 'success'; attempt++) {
    record.tries = attempt;
    record.answered = await send(state, event).catch((error) => `failed: ${error.message}`);
  }
  return record;
}

async function send(state, event) {
  const { settings } = state;
  const { url, token, aesKey, format } = settings.push;
  const timestamp = String(Math.floor(state.now() / 1000));
  const nonce = String(randomInt(1e9, 2e9));
  const write = format === 'xml' ? toXml : stringify;
  const target = new URL(url);
  const query = { signature: sign(token, timestamp, nonce), timestamp, nonce };
  let body = write(format === 'xml' ? nested(event) : event);
  if (aesKey !== null) {
    const sealed = encrypt(aesKey, settings.appId, body);
    Object.assign(query, { encrypt_type: 'aes', msg_signature: sign(token, timestamp, nonce, sealed) });
    body = write({ ToUserName: event.ToUserName, Encrypt: sealed });
  }
  target.search = new URLSearchParams(query).toString();
  const answer = await fetch(target, {
    method: 'POST',
    body,
    headers: { 'content-type': format === 'xml' ? 'text/xml' : 'application/json' },
    signal: AbortSignal.timeout(ANSWER_MS),
  });
  const text = await answer.text();
  return answer.ok && (text === '' || text === 'success') ? 'success' : `HTTP ${answer.status} ${text}`;
}

/** In XML, unlike in JSON, the list is one level down. */
function nested({ List, ...event }) {
  if (List === undefined) return event;
  const name = event.Event.replace(/(?:^|_)([a-z])/g, (_, letter) => letter.toUpperCase());
  return { ...event, [name]: { List } };
}
