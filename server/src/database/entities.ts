import { StaffEventEntity } from '../appointments/staff-event.entity.js';
import { AttachmentEntity } from '../attachments/attachment.entity.js';
import { CaseEntity } from '../cases/case.entity.js';
import { IdempotencyKeyEntity } from '../common/idempotency/idempotency-key.entity.js';
import { DrawEntryEntity, SessionDrawEntity } from '../draws/draw.entity.js';
import { FeedbackEntity } from '../feedback/feedback.entity.js';
import { BulletinEntity } from '../figures/bulletin.entity.js';
import { FigureCellEntity, FigureDeltaEntity, FigureYearEntity } from '../figures/figure.entity.js';
import { QrSignInEntity } from '../identity/qr-sign-in.entity.js';
import { SignInEntity } from '../identity/sign-in.entity.js';
import { StaffAccountEntity } from '../identity/staff-account.entity.js';
import { JobEntity, ScheduleEntity } from '../jobs/job.entity.js';
import { ShortLinkEntity } from '../links/short-link.entity.js';
import { LiveEntryEntity, LiveSessionEntity, LiveVoteEntity } from '../live/live.entity.js';
import { SessionMaterialEntity } from '../materials/material.entity.js';
import { MessageEntity, SubscriptionEntity } from '../messages/message.entity.js';
import {
  MinutesEntity,
  MinutesObjectionEntity,
  MinutesRevisionEntity,
  MinutesSignatureEntity,
} from '../minutes/minutes.entity.js';
import {
  BlockedWordsEntity,
  ContentCheckEntity,
  MediaVerdictEntity,
  ModerationEventEntity,
  ReportEntity,
} from '../moderation/moderation.entity.js';
import { EventEntity, EventTopicEntity } from '../moves/event.entity.js';
import { TodoEntity } from '../moves/todo.entity.js';
import { OpenKeyDayEntity, OpenKeyEntity, OpenKeyEventEntity } from '../open-data/keys/open-key.entity.js';
import {
  OpinionMapEntity,
  OpinionMapPartEntity,
  OpinionRoundEntity,
  OpinionStatementEntity,
  OpinionVoteEntity,
  OpinionVoterEntity,
} from '../opinion/opinion.entity.js';
import { OutcomeEntity } from '../outcomes/outcome.entity.js';
import { GrantEntity, IdentityEntity, PersonEntity } from '../people/person.entity.js';
import { ConsentEntity, PhoneEntity, PhoneRevealEntity, ToldProfileEntity } from '../people/personal.entity.js';
import { PlanEntity } from '../plans/plan.entity.js';
import {
  QuestionnaireAnsweredEntity,
  QuestionnaireEntity,
  QuestionnaireSheetEntity,
  QuestionnaireTallyEntity,
} from '../questionnaires/questionnaire.entity.js';
import {
  DepartmentEntity,
  RegionEntity,
  RegionSettingsEntity,
  SettingsChangeEntity,
} from '../regions/region.entity.js';
import { ResearchEntity, ResearchMemberEntity, ResearchVisitEntity } from '../research/research.entity.js';
import {
  SearchBlockEntity,
  SearchChangeEntity,
  SearchDocumentEntity,
  SearchWriterEntity,
} from '../search/search.entity.js';
import { ParticipantEntity, SessionEntity, SessionTopicEntity } from '../sessions/session.entity.js';
import {
  LookBackAnswerEntity,
  LookBackEntity,
  TaskEvaluationEntity,
  TaskSampleEntity,
  TaskVisitEntity,
} from '../tasks/proof/proof.entity.js';
import { RatingEntity, TaskEntity, TaskProgressEntity } from '../tasks/task.entity.js';
import {
  CoLeadEntity,
  DependencyEntity,
  MilestoneEntity,
  PhotoPairEntity,
  SpendingEntity,
  SupervisionEntity,
} from '../tasks/task-structure.entity.js';
import { TaskEscalationEntity, TaskRequestEntity } from '../tasks/task-time.entity.js';
import { CosignEntity, TopicEntity } from '../topics/topic.entity.js';
import { TopicStayEntity } from '../topics/topic-stay.entity.js';
import { AccessTokenEntity } from '../wechat/client/access-token.entity.js';

/** Every table of the product. */
export const ENTITIES = [
  AccessTokenEntity,
  AttachmentEntity,
  CaseEntity,
  ConsentEntity,
  BlockedWordsEntity,
  ContentCheckEntity,
  CosignEntity,
  DepartmentEntity,
  EventEntity,
  EventTopicEntity,
  FeedbackEntity,
  BulletinEntity,
  FigureCellEntity,
  FigureDeltaEntity,
  FigureYearEntity,
  GrantEntity,
  IdempotencyKeyEntity,
  IdentityEntity,
  JobEntity,
  LiveEntryEntity,
  LiveSessionEntity,
  LiveVoteEntity,
  MediaVerdictEntity,
  MessageEntity,
  MinutesEntity,
  MinutesObjectionEntity,
  MinutesRevisionEntity,
  MinutesSignatureEntity,
  ModerationEventEntity,
  OpenKeyDayEntity,
  OpenKeyEntity,
  OpenKeyEventEntity,
  OpinionMapEntity,
  OpinionMapPartEntity,
  OpinionRoundEntity,
  OpinionStatementEntity,
  OpinionVoteEntity,
  OpinionVoterEntity,
  OutcomeEntity,
  ParticipantEntity,
  PersonEntity,
  PhoneEntity,
  PhoneRevealEntity,
  PlanEntity,
  QrSignInEntity,
  QuestionnaireAnsweredEntity,
  QuestionnaireEntity,
  QuestionnaireSheetEntity,
  QuestionnaireTallyEntity,
  RatingEntity,
  TaskVisitEntity,
  TaskEvaluationEntity,
  TaskSampleEntity,
  LookBackEntity,
  LookBackAnswerEntity,
  RegionEntity,
  RegionSettingsEntity,
  ReportEntity,
  ResearchEntity,
  ResearchMemberEntity,
  ResearchVisitEntity,
  ScheduleEntity,
  SessionEntity,
  SessionMaterialEntity,
  SessionDrawEntity,
  DrawEntryEntity,
  SessionTopicEntity,
  SettingsChangeEntity,
  SignInEntity,
  StaffAccountEntity,
  StaffEventEntity,
  SubscriptionEntity,
  TaskEntity,
  TaskEscalationEntity,
  TaskRequestEntity,
  TaskProgressEntity,
  CoLeadEntity,
  DependencyEntity,
  MilestoneEntity,
  PhotoPairEntity,
  SpendingEntity,
  SupervisionEntity,
  ShortLinkEntity,
  TodoEntity,
  ToldProfileEntity,
  SearchBlockEntity,
  SearchChangeEntity,
  SearchDocumentEntity,
  SearchWriterEntity,
  TopicEntity,
  TopicStayEntity,
];
