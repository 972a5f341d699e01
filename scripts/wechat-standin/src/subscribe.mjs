import { setTimeout as sleep } from 'node:timers/promises';
import { pushEvent } from './callbacks.mjs';
import { requirePage } from './pages.mjs';
import { Refusal } from './refusal.mjs';
import { fieldsOf, isGoodValue } from './template-fields.mjs';

const OPENID = /^o[\w-]{27}$/;
const STATES = ['developer', 'trial', 'formal'];
const SENSITIVE = '违规词';

const ledgerKey = (openid, templateId) => `${openid} ${templateId}`;

/** What the person's answers to the subscription box leave: one message for each acceptance. */
export function subscribe(state, { openid, templateId, accept = 1, reject = false, push = false }) {
  const key = ledgerKey(openid, templateId);
  state.subscriptions.set(key, reject ? 0 : (state.subscriptions.get(key) ?? 0) + accept);
  if (!push) return;
  const item = { TemplateId: templateId, SubscribeStatusString: reject ? 'reject' : 'accept' };
  pushEvent(state, {
    FromUserName: openid,
    Event: reject ? 'subscribe_msg_change_event' : 'subscribe_msg_popup_event',
    List: reject ? item : { ...item, PopupScene: '1' },
  });
}

/** POST /cgi-bin/message/subscribe/send */
export async function sendMessage(state, { body }) {
  const { touser: openid, template_id: templateId, page, data, miniprogram_state: version = 'formal' } = body;
  if (!OPENID.test(openid ?? '')) throw new Refusal(40003);
  const template = state.templates.get(templateId);
  if (template === undefined) throw new Refusal(40037);
  if (page !== undefined) requirePage(state, String(page).split('?')[0]);
  if (!STATES.includes(version)) throw new Refusal(47003, 'argument invalid! miniprogram_state invalid');
  requireFields(template, data ?? {});
  if (JSON.stringify(data).includes(SENSITIVE)) throw new Refusal(45168);
  if (state.sending.has(openid)) throw new Refusal(43108);
  state.sending.add(openid);
  try {
    if (state.sendMs > 0) await sleep(state.sendMs);
    const key = ledgerKey(openid, templateId);
    const left = state.subscriptions.get(key) ?? 0;
    if (left === 0) throw new Refusal(43101);
    state.subscriptions.set(key, left - 1);
  } finally {
    state.sending.delete(openid);
  }
  state.lastMsgid += 1n;
  const msgid = state.lastMsgid;
  state.messages.push({
    msgid: String(msgid),
    openid,
    templateId,
    page: page ?? null,
    state: version,
    data,
    at: state.now(),
  });
  const sent = { TemplateId: templateId, MsgID: String(msgid), ErrorCode: '0', ErrorStatus: 'success' };
  pushEvent(state, { FromUserName: openid, Event: 'subscribe_msg_sent_event', List: sent });
  return { errcode: 0, errmsg: 'ok', msgid };
}

function requireFields(template, data) {
  const fields = fieldsOf(template);
  const choices = new Map(
    (template.keywordEnumValueList ?? []).map((one) => [one.keywordCode.replace(/\.DATA$/, ''), one.enumValueList]),
  );
  const bad =
    fields.find((field) => !isGoodValue(field, data[field]?.value, choices.get(field))) ??
    Object.keys(data).find((field) => !fields.includes(field));
  if (bad !== undefined) throw new Refusal(47003, `argument invalid! data.${bad}.value invalid`);
}

/** GET /wxaapi/newtmpl/gettemplate */
export function listTemplates(state) {
  return { errcode: 0, errmsg: 'ok', data: [...state.templates.values()] };
}
