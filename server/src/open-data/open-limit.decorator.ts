import { OPEN_LIMITS } from '@consult/shared';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { CodedError } from '../common/errors/coded-error.js';

/** So many requests a minute from one address; the answer says when to come again. */
export const OpenLimit = (kind: keyof typeof OPEN_LIMITS) =>
  RouteConfig({
    rateLimit: {
      max: OPEN_LIMITS[kind].without,
      timeWindow: '1 minute',
      // Elsewhere reads are not counted.
      allowList: [],
      keyGenerator: (request: FastifyRequest) => request.ip,
      errorResponseBuilder: () => new CodedError('OPEN.TOO_MANY'),
    },
  });
