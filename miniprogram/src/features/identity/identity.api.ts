import type { DemoPerson } from '@consult/shared';
import { request } from '@/services/api';

/** GET /identity/demo/people: whom one can be where the demo's sign-in is open. */
export const getDemoPeople = (): Promise<DemoPerson[]> => request('GET', '/identity/demo/people');
