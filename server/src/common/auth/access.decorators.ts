import type { Permission } from '@consult/shared';
import { SetMetadata } from '@nestjs/common';

export const ACCESS = 'consult:access';
export type Access = 'public' | Permission;

/** Anyone may call this route, also without signing in. */
export const Public = () => SetMetadata(ACCESS, 'public' satisfies Access);

/** Only those who could hold the permission may call this route. A route with neither is denied to all. */
export const Requires = (permission: Permission) => SetMetadata(ACCESS, permission satisfies Access);
