import type { TopicSummary } from '../topics/topic.contract.js';
import type { TopicSource } from '../topics/topic.rules.js';
import type { PlanAction, PlanStage } from './plan.rules.js';

/** POST /plans */
export interface PlanCreate {
  /** Township code. */
  township: string;
  year: number;
  quarter: 1 | 2 | 3 | 4;
}

/** GET /plans: newest first; those not yet published only for staff of the township. */
export interface PlanQuery {
  region: string;
  after?: string;
  limit?: number;
}

export interface PlanSummary {
  id: string;
  township: string;
  townshipName: string;
  year: number;
  quarter: number;
  title: string;
  stage: PlanStage;
  topicCount: number;
  publishedAt: number | null;
}

export interface PlanDetail extends PlanSummary {
  topics: TopicSummary[];
  /** How many of its topics come from each source: the balance everyone can see. */
  sources: Record<TopicSource, number>;
  actions: PlanAction[];
}
