import { Column, Entity, Index } from 'typeorm';
import { EpochColumn, IdColumn, LineColumn, RegionColumn } from '../database/columns.js';

/** A township's plan for one quarter (协商计划); which topics are in it is said by the topics. */
@Entity('plans')
@Index(['township', 'year', 'quarter'], { unique: true })
@Index(['county', 'id'])
export class PlanEntity {
  @IdColumn() id: string;
  @RegionColumn() county: string;
  @RegionColumn() township: string;
  @Column({ type: 'int' }) year: number;
  @Column({ type: 'int' }) quarter: number;
  @LineColumn(60) title: string;
  @EpochColumn({ nullable: true }) publishedAt: number | null;
  @EpochColumn() createdAt: number;
}
