import type { DepartmentView } from '@consult/shared';
import { request } from '@/services/api';

/** GET /departments: who can carry something out for a region, its own departments and its county's. */
export const listDepartments = (region: string): Promise<DepartmentView[]> =>
  request('GET', '/departments', { query: { region } });
