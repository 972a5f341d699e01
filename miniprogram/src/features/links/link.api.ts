import type { Link } from '@consult/shared';
import { request } from '@/services/api';

/** Where a short name leads. */
export const findLink = (short: string) => request<Link>('GET', `/links/${encodeURIComponent(short)}`);
