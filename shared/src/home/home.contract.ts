import type { OutcomeSummary } from '../outcomes/outcome.contract.js';
import type { Region } from '../regions/region.js';
import type { RegionSettings } from '../regions/settings.js';
import type { SessionSummary } from '../sessions/session.contract.js';
import type { TaskSummary } from '../tasks/task.summary.js';
import type { TopicSummary } from '../topics/topic.contract.js';
import type { TopicStep } from '../topics/topic.steps.js';

/** GET /home: all that the first page of a township shows. */
export interface HomeView {
  region: Region;
  brandName: string;
  filingNumber: string;
  features: RegionSettings['features'];
  /** How many public topics stand at each step. */
  steps: Record<TopicStep, number>;
  topics: TopicSummary[];
  sessions: SessionSummary[];
  outcomes: OutcomeSummary[];
  overdueTasks: TaskSummary[];
}
