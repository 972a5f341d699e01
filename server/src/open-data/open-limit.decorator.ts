import { OPEN_LIMITS } from '@consult/shared';
import { RouteConfig } from '@nestjs/platform-fastify';
import { CodedError } from '../common/errors/coded-error.js';
import type { OpenRequest } from './keys/recognise-keys.js';

/**
 * So many requests a minute for a key, wherever it is used, or from an address without one; the answer says when to
 * come again. A key that does not work counts as none.
 */
export const OpenLimit = (kind: keyof typeof OPEN_LIMITS) =>
  RouteConfig({
    rateLimit: {
      max: ({ openKey }: OpenRequest) => (openKey ? OPEN_LIMITS[kind].withKey : OPEN_LIMITS[kind].without),
      timeWindow: '1 minute',
      // Elsewhere reads are not counted.
      allowList: [],
      keyGenerator: ({ openKey, ip }: OpenRequest) => openKey ?? ip,
      errorResponseBuilder: () => new CodedError('OPEN.TOO_MANY'),
    },
  });
