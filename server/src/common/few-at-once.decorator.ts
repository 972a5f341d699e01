import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

const PER_MINUTE = 60;

/** What anyone may ask and that costs something: so many from one address in a minute, whoever they claim to be. */
export const FewAtOnce = () =>
  RouteConfig({
    rateLimit: { max: PER_MINUTE, timeWindow: '1 minute', keyGenerator: (request: FastifyRequest) => request.ip },
  });
