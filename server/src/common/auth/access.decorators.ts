import type { Permission } from '@consult/shared';
import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';

export const ACCESS = 'consult:access';
export type Access = 'public' | Permission;

/** Anyone may call this route, also without signing in. */
export const Public = () => access('public');

/** Only those who could hold the permission may call this route. A route with neither is denied to all. */
export const Requires = (permission: Permission) => applyDecorators(access(permission), ApiBearerAuth());

/** The API's own description says it too. */
const access = (value: Access) => applyDecorators(SetMetadata(ACCESS, value), ApiExtension('x-permission', value));
