import {
  SUBSCRIBE_AT_ONCE,
  SUBSCRIBE_RESULTS,
  type SubscribeMoment,
  type SubscribeTemplate,
  type SubscriptionReport,
} from '@consult/shared';
import Taro from '@tarojs/taro';
import { uuid } from '../utils/uuid';
import { request } from './api';
import { currentNetwork, onNetworkChange } from './network';
import { createStoredStore } from './store';

/** Kept on the device: WeChat asks only within a tap, which cannot wait for the server. */
const templates = createStoredStore<SubscribeTemplate[]>(
  'subscribe-templates',
  [],
  (found): found is SubscribeTemplate[] => Array.isArray(found),
);

/** Reads what may be asked for (GET /messages/templates), at the app's start and, where that failed, once the network is back. */
export function followSubscribeTemplates(): void {
  let read = false;
  const load = async () => {
    if (read) return;
    try {
      templates.set(await request<SubscribeTemplate[]>('GET', '/messages/templates'));
      read = true;
    } catch {
      // What an earlier run read still serves.
    }
  };
  onNetworkChange(() => void load());
  void load();
}

function report(tmplIds: readonly string[], answer: object): void {
  const told = answer as Readonly<Record<string, unknown>>;
  const results = tmplIds.flatMap((templateId) => {
    const result = SUBSCRIBE_RESULTS.find((one) => one === told[templateId]);
    return result ? [{ templateId, result }] : [];
  });
  if (results.length === 0) return;
  const body: SubscriptionReport = { results };
  // WeChat tells the server too; what is lost here is not lost.
  request('POST', '/messages/subscriptions', { body, idempotencyKey: uuid() }).catch(() => undefined);
}

/** Taro's type wants what only Alipay takes. */
const ask = Taro.requestSubscribeMessage as unknown as (option: {
  tmplIds: string[];
  success(answer: object): void;
  fail(): void;
  complete(): void;
}) => void;

/**
 * Asks whether somebody wants to be told by WeChat how it goes on. Call it first thing in a tap, before any await:
 * WeChat refuses it anywhere else.
 * @returns once they have answered, whatever they said; at once where there is nothing to ask
 */
export function askToSubscribe(moment: SubscribeMoment): Promise<void> {
  const asked = templates.get().filter(({ moments }) => moments.includes(moment));
  const tmplIds = asked.map(({ id }) => id).slice(0, SUBSCRIBE_AT_ONCE);
  if (process.env.TARO_ENV !== 'weapp' || tmplIds.length === 0 || currentNetwork() === 'off') return Promise.resolve();
  return new Promise((resolve) => {
    ask({
      tmplIds,
      success: (answer: object) => report(tmplIds, answer),
      // Switched off by the person or refused by the platform: all is told in the product anyway.
      fail: () => undefined,
      complete: () => resolve(),
    });
  });
}
