import type { MessageTarget } from './message.target.js';
import type { SubscribeMoment, SubscribeResult, TemplateKey } from './message.templates.js';

/** GET /messages: what one was told, newest first. */
export interface MessageView {
  id: string;
  title: string;
  body: string;
  /** What it opens; null: the to-do list. */
  item: { kind: MessageTarget; id: string } | null;
  /** ms since 1970 */
  createdAt: number;
  readAt: number | null;
}

/** GET /messages/count */
export interface MessageCount {
  unread: number;
}

/** GET /messages/templates: what the client may ask for; empty where there is no WeChat. */
export interface SubscribeTemplate {
  key: TemplateKey;
  /** WeChat's id. */
  id: string;
  moments: SubscribeMoment[];
}

/** POST /messages/subscriptions: what WeChat answered when the person was asked. */
export interface SubscriptionReport {
  results: { templateId: string; result: SubscribeResult }[];
}

/** POST /messages/subscriptions: which of the answers were counted. */
export interface SubscriptionCount {
  counted: number;
}

/** GET /messages/dead-letters: background work that was given up. Holds nothing about any person. */
export interface DeadLetter {
  id: string;
  kind: string;
  /** The kind in words. */
  label: string;
  reason: string;
  attempts: number;
  /** ms since 1970 */
  createdAt: number;
  givenUpAt: number;
}
