import type { FeedbackAction, FeedbackKind, FeedbackState } from './feedback.states.js';

/** POST /feedback */
export interface FeedbackInput {
  kind: FeedbackKind;
  /** Township code: who answers. */
  township: string;
  text: string;
  /** How to reach the person, if they wish. */
  contact?: string;
}

/** A row of GET /feedback and GET /feedback/mine. */
export interface FeedbackView {
  id: string;
  kind: FeedbackKind;
  state: FeedbackState;
  township: string;
  townshipName: string;
  text: string;
  answer: string | null;
  /** ms since 1970 */
  createdAt: number;
  /** ms since 1970: when an answer is due; null once answered. */
  dueAt: number | null;
  answeredAt: number | null;
  /** Those who answer alone: who wrote, and how to reach them. */
  personName: string | null;
  contact: string | null;
  actions: FeedbackAction[];
}

/** GET /feedback */
export interface FeedbackQuery {
  region: string;
  /** True: what is still to be answered, oldest first. False: what was answered, newest first. */
  open: boolean;
  after?: string;
  limit?: number;
}

/** POST /feedback/:feedbackId/answer */
export interface FeedbackAnswer {
  answer: string;
}
