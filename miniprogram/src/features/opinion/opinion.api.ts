import type { RoundDetail } from '@consult/shared';
import { request } from '@/services/api';

/** GET /opinion-rounds/:id */
export const getRound = (id: string): Promise<RoundDetail> => request('GET', `/opinion-rounds/${id}`);
