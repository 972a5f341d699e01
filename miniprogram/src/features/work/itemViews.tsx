import type { ItemKind } from '@consult/shared';
import type { ComponentType } from 'react';
import { CaseView } from '@/features/cases/CaseView';
import { CASE_PAGES } from '@/features/cases/case.pages';
import { MinutesView } from '@/features/minutes/MinutesView';
import { MINUTES_PAGES } from '@/features/minutes/minutes.pages';
import { OPINION_PAGES } from '@/features/opinion/opinion.pages';
import { RoundView } from '@/features/opinion/RoundView';
import { OutcomeView } from '@/features/outcomes/OutcomeView';
import { OUTCOME_PAGES } from '@/features/outcomes/outcome.pages';
import { QuestionnaireView } from '@/features/questionnaires/QuestionnaireView';
import { QUESTIONNAIRE_PAGES } from '@/features/questionnaires/questionnaire.pages';
import { ResearchView } from '@/features/research/ResearchView';
import { RESEARCH_PAGES } from '@/features/research/research.pages';
import { SessionView } from '@/features/sessions/SessionView';
import { SESSION_PAGES } from '@/features/sessions/session.pages';
import { TaskView } from '@/features/tasks/TaskView';
import { TASK_PAGES } from '@/features/tasks/task.pages';
import { TOPIC_PAGES } from '@/features/topics/topic.pages';
import { HandledTopic } from './HandledTopic';

interface ItemViewProps {
  id: string;
  /** Called after a move, as for a list beside it. */
  onMoved?(): void;
}

interface ItemView {
  /** The page that shows one on a phone, given `id`. */
  page: string;
  /** What shows one beside a list. */
  View: ComponentType<ItemViewProps>;
}

/** How each kind of item is shown. */
export const ITEM_VIEWS: Readonly<Record<ItemKind, ItemView>> = {
  topic: { page: TOPIC_PAGES.detail, View: HandledTopic },
  session: { page: SESSION_PAGES.detail, View: SessionView },
  minutes: { page: MINUTES_PAGES.detail, View: MinutesView },
  outcome: { page: OUTCOME_PAGES.detail, View: OutcomeView },
  task: { page: TASK_PAGES.detail, View: TaskView },
  round: { page: OPINION_PAGES.round, View: RoundView },
  research: { page: RESEARCH_PAGES.detail, View: ResearchView },
  questionnaire: { page: QUESTIONNAIRE_PAGES.detail, View: QuestionnaireView },
  case: { page: CASE_PAGES.detail, View: CaseView },
};
