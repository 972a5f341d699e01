import type { ContentState, Question, QuestionnaireState, SheetAnswer } from '@consult/shared';
import { Column, Entity, Index } from 'typeorm';
import {
  CountColumn,
  EpochColumn,
  FlagColumn,
  IdColumn,
  JsonColumn,
  KeyColumn,
  LineColumn,
  RefColumn,
  RegionColumn,
  TextColumn,
  WordColumn,
} from '../database/columns.js';

/** 问卷 of a research. */
@Entity('questionnaires')
@Index(['researchId', 'id'])
export class QuestionnaireEntity {
  @IdColumn() id: string;
  @RefColumn() researchId: string;
  @RegionColumn() county: string;
  @RegionColumn() township: string;
  @LineColumn(60) title: string;
  @TextColumn() intro: string;
  @WordColumn() state: QuestionnaireState;
  @FlagColumn() anonymous: boolean;
  @JsonColumn() questions: Question[];
  @EpochColumn() closesAt: number;
  /** Sheets handed in. */
  @CountColumn() answers: number;
  @CountColumn() revision: number;
  /** Passed until it is taken down. */
  @WordColumn({ default: 'passed' }) content: ContentState;
  @EpochColumn({ nullable: true }) dueAt: number | null;
  @EpochColumn() createdAt: number;
  @EpochColumn() movedAt: number;
}

/**
 * That somebody has answered: the person, and nothing else; no moment, no id of the sheet. On SQLite without a
 * rowid, whose order would be that of the sheets.
 */
@Entity('questionnaire_answered', { withoutRowid: true })
export class QuestionnaireAnsweredEntity {
  @KeyColumn() questionnaireId: string;
  @Index() @KeyColumn() personId: string;
}

/** A sheet. Its id is drawn at random, so that no order is kept; whose it is stands in a named one alone. */
@Entity('questionnaire_sheets', { withoutRowid: true })
export class QuestionnaireSheetEntity {
  @KeyColumn() questionnaireId: string;
  @KeyColumn() id: string;
  @Index() @RefColumn({ nullable: true }) personId: string | null;
  @JsonColumn() answers: SheetAnswer[];
}

/** How often a choice was made, and, with an empty choice, how many answered the question. */
@Entity('questionnaire_tallies')
export class QuestionnaireTallyEntity {
  @KeyColumn() questionnaireId: string;
  @KeyColumn(36) questionId: string;
  @KeyColumn(4) choice: string;
  @Column({ type: 'int', default: 0 }) count: number;
}
