import type { HomeView } from '@consult/shared';
import { request } from '@/services/api';

/** GET /home: the first page of a township. */
export const getHome = (township: string): Promise<HomeView> => request('GET', '/home', { query: { township } });
