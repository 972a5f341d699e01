import { ALL_TIME, type FigurePeriod, monthsOf } from '@consult/shared';

/** What figures are summed by, see FigureStore. */
export type FigureColumns = 'name' | 'name and period';

/** The year of a month, or of a year. */
export const yearOf = (period: string): string => period.slice(0, 4);

/** Where the sums of a period stand, from the first to the last: months in cells, years in a table of their own. */
export function sumsKept(period: FigurePeriod, by: FigureColumns): { table: string; first: string; last: string } {
  const isOfMonths = by === 'name and period' ? period !== ALL_TIME : period.includes('-');
  if (isOfMonths) return { table: 'figure_cells', ...monthsOf(period) };
  return { table: 'figure_years', ...yearsOf(period) };
}

const yearsOf = (period: FigurePeriod) =>
  period === ALL_TIME ? { first: '0000', last: '9999' } : { first: period, last: period };

/** Of the changes of a period the first and the last one: of a measure without months its year, which comes before them. */
export function changesOf(period: FigurePeriod): { first: string; last: string } {
  const { first, last } = monthsOf(period);
  return { first: period.includes('-') ? first : yearOf(first), last };
}
