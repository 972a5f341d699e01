import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { CountColumn, KeyColumn, LineColumn, RegionColumn, WordColumn } from '../database/columns.js';
import type { FigureMeasure, Seen } from './figure-facts.js';

/** So many of a region, by measure, period and name: what the dashboard reads instead of counting topics. */
abstract class FigureSum {
  @KeyColumn(12) region: string;
  @KeyColumn(12) measure: FigureMeasure;
  @KeyColumn(7) period: string;
  /** A fate, milestone, source, category, or a state with a number of days. */
  @KeyColumn(32) name: string;
  @KeyColumn(12) seen: Seen;
  @CountColumn() n: number;
}

/** By month, YYYY-MM, or where a measure has no months by year. */
@Entity('figure_cells')
export class FigureCellEntity extends FigureSum {}

/** The cells of each year added up, YYYY: nobody has to add twelve months who asks for all of them. */
@Entity('figure_years')
export class FigureYearEntity extends FigureSum {}

/** One change of a cell, added by the transaction that made it and folded into the cell later. */
@Entity('figure_deltas')
@Index(['region', 'measure', 'period'])
export class FigureDeltaEntity {
  @PrimaryGeneratedColumn() id: number;
  @RegionColumn() region: string;
  @WordColumn() measure: FigureMeasure;
  @LineColumn(7) period: string;
  @LineColumn(32) name: string;
  @WordColumn() seen: Seen;
  @CountColumn() n: number;
}
