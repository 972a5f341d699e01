import { type CaseState, type CaseSummary, type TopicCategory, truncate } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { RegionDirectory } from '../regions/region-directory.js';

/** A row of a list, as the database gives it. */
export interface CaseRow {
  id: string;
  title: string;
  state: CaseState;
  category: TopicCategory;
  township: string;
  background: string;
  featured_at: number | null;
}

export const CASE_ROW = 'c.id, c.title, c.state, c.category, c.township, c.background, c.featured_at';
/** A case is no more public than its topic. */
export const CASE_ABOUT_PUBLIC = 'EXISTS (SELECT 1 FROM topics ct WHERE ct.id = c.topic_id AND ct.is_public = 1)';
/** What everyone may see. */
export const CASE_IS_OUT = `c.state = 'featured' AND c.content = 'passed' AND ${CASE_ABOUT_PUBLIC}`;

const LEAD_MAX = 90;

/** Rows of cases as lists show them. */
@Injectable()
export class CaseSummaries {
  constructor(private readonly regions: RegionDirectory) {}

  async of(rows: readonly CaseRow[]): Promise<CaseSummary[]> {
    const name = await this.regions.names();
    return rows.map((row) => ({
      id: row.id,
      title: row.title,
      state: row.state,
      category: row.category,
      township: row.township,
      townshipName: name(row.township),
      lead: truncate(row.background, LEAD_MAX),
      featuredAt: row.featured_at === null ? null : Number(row.featured_at),
    }));
  }
}
