import type { Page, StaffAccountInput, StaffAccountView, StaffInitialPassword } from '@consult/shared';
import { request } from '@/services/api';

/** GET /staff-accounts: of a county. */
export const listStaff = (region: string, after: string | null): Promise<Page<StaffAccountView>> =>
  request('GET', '/staff-accounts', { query: { region, after } });

/** POST /staff-accounts */
export const openStaffAccount = (body: StaffAccountInput, idempotencyKey: string): Promise<StaffInitialPassword> =>
  request('POST', '/staff-accounts', { body, idempotencyKey });

/** POST /staff-accounts/:id/reset: a new first password and authenticator. */
export const resetStaffAccount = (personId: string, idempotencyKey: string): Promise<StaffInitialPassword> =>
  request('POST', `/staff-accounts/${personId}/reset`, { idempotencyKey });

/** DELETE /staff-accounts/:id: nobody signs in with it any more; a reset opens it again. */
export const disableStaffAccount = (personId: string, idempotencyKey: string): Promise<void> =>
  request('DELETE', `/staff-accounts/${personId}`, { idempotencyKey });
