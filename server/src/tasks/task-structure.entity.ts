import { Entity, Index } from 'typeorm';
import {
  EpochColumn,
  IdColumn,
  KeyColumn,
  LineColumn,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '../database/columns.js';

/** 节点: a step of a promise, with the day it is planned for. */
@Entity('task_milestones')
export class MilestoneEntity {
  @IdColumn() id: string;
  @Index() @RefColumn() taskId: string;
  @LineColumn(40) name: string;
  @EpochColumn() plannedAt: number;
  @EpochColumn({ nullable: true }) doneAt: number | null;
}

/** One report of money spent; rows are only ever added. */
@Entity('task_spendings')
export class SpendingEntity {
  @IdColumn() id: string;
  @Index() @RefColumn() taskId: string;
  @RefColumn() personId: string;
  /** Whole yuan; below zero corrects what was reported before. */
  @WholeColumn() amount: number;
  @EpochColumn() spentAt: number;
  @LineColumn(100) what: string;
  @TextColumn({ nullable: true }) reason: string | null;
}

/** That one promise waits for another. */
@Entity('task_dependencies')
@Index(['waitsForId', 'taskId'])
export class DependencyEntity {
  @KeyColumn() taskId: string;
  @KeyColumn() waitsForId: string;
}

/** 整改前、整改后: two photos of the task that belong together. */
@Entity('task_photo_pairs')
export class PhotoPairEntity {
  @IdColumn() id: string;
  @Index() @RefColumn() taskId: string;
  @LineColumn(20) label: string;
  @RefColumn({ nullable: true }) beforeId: string | null;
  @RefColumn({ nullable: true }) afterId: string | null;
}

/** 督办记录: rows are only ever added. */
@Entity('task_supervisions')
export class SupervisionEntity {
  @IdColumn() id: string;
  @Index() @RefColumn() taskId: string;
  @RefColumn() personId: string;
  @TextColumn() text: string;
  @EpochColumn() at: number;
}

/** `tasks.co_department_ids` found from the department; kept by CoLeads. */
@Entity('task_co_leads')
export class CoLeadEntity {
  @KeyColumn() departmentId: string;
  @Index() @KeyColumn() taskId: string;
}
