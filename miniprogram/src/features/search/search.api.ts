import type { Page, SearchHit, SearchParams } from '@consult/shared';
import { request } from '@/services/api';

/** GET /search: what has all the words, best first. A page may be short and yet have a next one. */
export const search = (query: SearchParams & { after?: string }): Promise<Page<SearchHit>> =>
  request('GET', '/search', { query: { ...query } });
