import { XMLParser } from 'fast-xml-parser';
import { parseWechatJson } from '../client/wechat-json.js';
import type { PushEvent } from '../push-events.js';

type Fields = Record<string, unknown>;

// WeChat writes text as CDATA. Entities are not needed, and are how a small message is made large.
const xml = new XMLParser({ processEntities: false, parseTagValue: false, ignoreAttributes: true });

/** What comes singly where there is one, and as a list where there are several. */
const LISTS = ['detail', 'List'];

/** The fields of a push, in XML or JSON, whatever its Content-Type says; undefined for neither. */
export function readFields(text: string): Fields | undefined {
  if (!text.trimStart().startsWith('<')) return parseWechatJson(text);
  try {
    const { xml: fields } = xml.parse(text) as { xml?: unknown };
    return typeof fields === 'object' && fields !== null ? (fields as Fields) : undefined;
  } catch {
    return undefined;
  }
}

/** The event in the fields; null for what is no event, such as a message to the account. */
export function toEvent(fields: Fields): PushEvent | null {
  const { Event: event, FromUserName: from, CreateTime: seconds } = fields;
  if (typeof event !== 'string' || event === '') return null;
  const body = { ...fields, ...nestedList(fields, event) };
  for (const name of LISTS) if (body[name] !== undefined) body[name] = [body[name]].flat();
  return {
    event,
    openid: typeof from === 'string' && from !== '' ? from : null,
    createdAt: Number(seconds ?? 0) * 1000,
    body,
  };
}

/** XML has the list of subscribe_msg_popup_event inside SubscribeMsgPopupEvent; JSON has it beside the other fields. */
function nestedList(fields: Fields, event: string): Fields {
  const name = event.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const nested = fields[name];
  return typeof nested === 'object' && nested !== null && 'List' in nested ? { List: nested.List } : {};
}
