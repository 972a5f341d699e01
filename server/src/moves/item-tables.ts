import type { ItemKind } from '@consult/shared';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { CaseEntity } from '../cases/case.entity.js';
import { MinutesEntity } from '../minutes/minutes.entity.js';
import { OpinionRoundEntity } from '../opinion/opinion.entity.js';
import { OutcomeEntity } from '../outcomes/outcome.entity.js';
import { QuestionnaireEntity } from '../questionnaires/questionnaire.entity.js';
import { ResearchEntity } from '../research/research.entity.js';
import { SessionEntity } from '../sessions/session.entity.js';
import { TaskEntity } from '../tasks/task.entity.js';
import { TopicEntity } from '../topics/topic.entity.js';

/** The table of each kind of item that moves. */
export const ITEM_TABLES: Readonly<Record<ItemKind, EntityTarget<ObjectLiteral>>> = {
  topic: TopicEntity,
  session: SessionEntity,
  minutes: MinutesEntity,
  outcome: OutcomeEntity,
  task: TaskEntity,
  round: OpinionRoundEntity,
  research: ResearchEntity,
  questionnaire: QuestionnaireEntity,
  case: CaseEntity,
};
