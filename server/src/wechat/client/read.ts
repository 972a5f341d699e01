import { NO_ANSWER, WechatError } from '../wechat-error.js';
import type { WechatAnswer } from './wechat-client.js';

/** A field of an answer that has to be text, or a number that can be shown as one. @throws WechatError */
export function textOf(answer: WechatAnswer, ...path: readonly string[]): string {
  const value = fieldOf(answer, path);
  if (typeof value === 'string' && value !== '') return value;
  if (typeof value === 'number') return String(value);
  throw new WechatError(NO_ANSWER, 'P', `the answer has no ${path.join('.')}`);
}

/** A list in an answer; empty where there is none. */
export function listOf(answer: WechatAnswer, name: string): readonly Record<string, unknown>[] {
  const value = fieldOf(answer, [name]);
  return Array.isArray(value) ? value : [];
}

export function fieldOf(answer: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], answer);
}
