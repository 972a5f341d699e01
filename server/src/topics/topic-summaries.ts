import type { TopicSummary } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { RegionDirectory } from '../regions/region-directory.js';
import type { TopicRow } from './topics.repository.js';

/** Rows of topics as lists show them. */
@Injectable()
export class TopicSummaries {
  constructor(private readonly regions: RegionDirectory) {}

  async of(rows: readonly TopicRow[]): Promise<TopicSummary[]> {
    const name = await this.regions.names();
    return rows.map((row) => ({
      id: row.id,
      code: row.code,
      title: row.title,
      category: row.category,
      source: row.source,
      state: row.state,
      heldFrom: row.held_from,
      township: row.township,
      townshipName: name(row.township),
      communityName: name(row.community),
      cosigns: row.cosigns,
      createdAt: Number(row.created_at),
      movedAt: Number(row.moved_at),
    }));
  }
}
