import type { MigrationInterface } from 'typeorm';
import { FirstSchema1764000000000 } from './1764000000000-first-schema.js';
import { Jobs1764200000000 } from './1764200000000-jobs.js';
import { Wechat1764200013000 } from './1764200013000-wechat.js';
import { CoreSessionNotice1764201000000 } from './1764201000000-core-session-notice.js';
import { CoreRevisions1764202000000 } from './1764202000000-core-revisions.js';
import { CoreSettingsChanges1764203000000 } from './1764203000000-core-settings-changes.js';
import { CoreStateIndices1764204000000 } from './1764204000000-core-state-indices.js';
import { Photos1764210000000 } from './1764210000000-photos.js';
import { Identity1764211000000 } from './1764211000000-identity.js';
import { Messages1764212000000 } from './1764212000000-messages.js';
import { Moderation1764215000000 } from './1764215000000-moderation.js';
import { TopicLocation1764220000000 } from './1764220000000-topic-location.js';
import { Appointments1764228000000 } from './1764228000000-appointments.js';
import { Nicknames1764229000000 } from './1764229000000-nicknames.js';
import { RecordedReveals1764229500000 } from './1764229500000-recorded-reveals.js';
import { SessionLocation1764251000000 } from './1764251000000-session-location.js';
import { LinkVersion1764252000000 } from './1764252000000-link-version.js';
import { CheckedTexts1764253000000 } from './1764253000000-checked-texts.js';
import { OpinionRounds1764300000000 } from './1764300000000-opinion-rounds.js';
import { Live1764310000000 } from './1764310000000-live.js';
import { ProgrammeItems1764320000000 } from './1764320000000-programme-items.js';
import { SessionMaterials1764321000000 } from './1764321000000-session-materials.js';
import { SessionDraws1764322000000 } from './1764322000000-session-draws.js';
import { ToldProfiles1764323000000 } from './1764323000000-told-profiles.js';
import { Research1764330000000 } from './1764330000000-research.js';
import { MinutesWriting1764340000000 } from './1764340000000-minutes-writing.js';
import { TaskParts1764400000000 } from './1764400000000-task-parts.js';
import { TaskStructure1764401000000 } from './1764401000000-task-structure.js';
import { TaskLights1764410000000 } from './1764410000000-task-lights.js';
import { TaskTime1764411000000 } from './1764411000000-task-time.js';
import { TaskProof1764420000000 } from './1764420000000-task-proof.js';
import { Figures1764430000000 } from './1764430000000-figures.js';
import { Bulletins1764431000000 } from './1764431000000-bulletins.js';
import { Search1764440000000 } from './1764440000000-search.js';
import { OwnRecords1764441000000 } from './1764441000000-own-records.js';
import { PublicCodes1764450000000 } from './1764450000000-public-codes.js';
import { Ledger1764451000000 } from './1764451000000-ledger.js';
import { PromisedIn1764458430000 } from './1764458430000-promised-in.js';
import { OpenData1764460000000 } from './1764460000000-open-data.js';
import { Cases1764461000000 } from './1764461000000-cases.js';
import { SessionDialIn1764470000000 } from './1764470000000-session-dial-in.js';
import { OpenKeys1764480000000 } from './1764480000000-open-keys.js';
import { CountedPromises1764481000000 } from './1764481000000-counted-promises.js';
import { PromiseFigures1764482000000 } from './1764482000000-promise-figures.js';
import { RunningEvaluations1764483000000 } from './1764483000000-running-evaluations.js';
import { SearchBlocks1764484000000 } from './1764484000000-search-blocks.js';
import { PartReviews1764485000000 } from './1764485000000-part-reviews.js';
import { SoonestTasks1764490000000 } from './1764490000000-soonest-tasks.js';
import { SoonestOfAYear1764495000000 } from './1764495000000-soonest-of-a-year.js';
import { SessionGuests1764497000000 } from './1764497000000-session-guests.js';
import { OutcomeRecipients1764497100000 } from './1764497100000-outcome-recipients.js';
import { RecommendedBy1764497200000 } from './1764497200000-recommended-by.js';
import { TopicStays1764498000000 } from './1764498000000-topic-stays.js';
import { EvaluationAnswers1764498100000 } from './1764498100000-evaluation-answers.js';
import { OpeningTodos1764499000000 } from './1764499000000-opening-todos.js';
import { TownshipLights1764500000000 } from './1764500000000-township-lights.js';
import { FigureYears1764510000000 } from './1764510000000-figure-years.js';

/** Every migration, oldest first. One that has been released is never changed. */
export const MIGRATIONS: (new () => MigrationInterface)[] = [
  FirstSchema1764000000000,
  Jobs1764200000000,
  Wechat1764200013000,
  CoreSessionNotice1764201000000,
  CoreRevisions1764202000000,
  CoreSettingsChanges1764203000000,
  CoreStateIndices1764204000000,
  Photos1764210000000,
  Identity1764211000000,
  Messages1764212000000,
  Moderation1764215000000,
  TopicLocation1764220000000,
  Appointments1764228000000,
  Nicknames1764229000000,
  RecordedReveals1764229500000,
  SessionLocation1764251000000,
  LinkVersion1764252000000,
  CheckedTexts1764253000000,
  OpinionRounds1764300000000,
  Live1764310000000,
  ProgrammeItems1764320000000,
  SessionMaterials1764321000000,
  SessionDraws1764322000000,
  ToldProfiles1764323000000,
  Research1764330000000,
  MinutesWriting1764340000000,
  TaskParts1764400000000,
  TaskStructure1764401000000,
  TaskLights1764410000000,
  TaskTime1764411000000,
  TaskProof1764420000000,
  Figures1764430000000,
  Bulletins1764431000000,
  Search1764440000000,
  OwnRecords1764441000000,
  PublicCodes1764450000000,
  Ledger1764451000000,
  PromisedIn1764458430000,
  OpenData1764460000000,
  Cases1764461000000,
  SessionDialIn1764470000000,
  OpenKeys1764480000000,
  CountedPromises1764481000000,
  PromiseFigures1764482000000,
  RunningEvaluations1764483000000,
  SearchBlocks1764484000000,
  PartReviews1764485000000,
  SoonestTasks1764490000000,
  SoonestOfAYear1764495000000,
  SessionGuests1764497000000,
  OutcomeRecipients1764497100000,
  RecommendedBy1764497200000,
  TopicStays1764498000000,
  EvaluationAnswers1764498100000,
  OpeningTodos1764499000000,
  TownshipLights1764500000000,
  FigureYears1764510000000,
];
