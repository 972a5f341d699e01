import type { HomeView, InboxCount } from '@consult/shared';
import { request } from '@/services/api';

/** GET /home: the first page of a township. */
export const getHome = (township: string): Promise<HomeView> => request('GET', '/home', { query: { township } });

/** GET /inbox/count: how much work waits for me. */
export const getInboxCount = (): Promise<InboxCount> => request('GET', '/inbox/count');
