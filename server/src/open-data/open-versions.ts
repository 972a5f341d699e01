import { createHash } from 'node:crypto';
import { chinaDate, OPEN_SCHEMA_VERSION, type OpenFile, openFileName, startOfChinaDay } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { regionFilter } from '../regions/region-filter.js';

export interface OpenVersion {
  readonly etag: string;
  /** As HTTP writes it. */
  readonly modified: string;
}

/**
 * Says whether a file may have changed, without reading it: something happened in its region since, or another day
 * has come, on which promises are a day later. Weak, for two files of one version may differ in how many co-signed.
 */
@Injectable()
export class OpenVersions {
  async of({ db, now }: RequestContext, file: OpenFile): Promise<OpenVersion> {
    const within = regionFilter('e', file.region);
    const rows: { id: string; at: number | string }[] = await db.query(
      `SELECT e.id, e.at FROM events e WHERE ${within.sql} ORDER BY e.id DESC LIMIT 1`,
      [within.param],
    );
    const day = startOfChinaDay(chinaDate(now));
    const parts = [OPEN_SCHEMA_VERSION, openFileName(file), day, rows[0]?.id ?? ''];
    const digest = createHash('sha256').update(parts.join('|')).digest('base64url').slice(0, 22);
    return {
      etag: `W/"${digest}"`,
      modified: new Date(Math.max(day, Number(rows[0]?.at ?? 0))).toUTCString(),
    };
  }
}
