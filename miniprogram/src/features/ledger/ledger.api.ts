import type { LedgerCounts, LedgerEntry, LedgerFilter, LedgerFilters, LedgerQuery, Page } from '@consult/shared';
import { request } from '@/services/api';

/** GET /ledger: latest first; of a light that is not done soonest due first. */
export const listLedger = (query: LedgerQuery): Promise<Page<LedgerEntry>> =>
  request('GET', '/ledger', { query: { ...query } });

/** GET /ledger/counts: how many the list has under the same filter. */
export const countLedger = (filter: LedgerFilter): Promise<LedgerCounts> =>
  request('GET', '/ledger/counts', { query: { ...filter } });

/** GET /ledger/filters: what a region's ledger can be looked through by. */
export const getLedgerFilters = (region: string): Promise<LedgerFilters> =>
  request('GET', '/ledger/filters', { query: { region } });
