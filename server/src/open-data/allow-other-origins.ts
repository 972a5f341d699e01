import { OPEN_KEY_HEADER } from '@consult/shared';
import cors from '@fastify/cors';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const OPEN = /^\/api\/v1\/open(?:[/?]|$)/;

/** Whether an address, as it was asked for, is one of open data. */
export const isOpenAddress = (url: string): boolean => OPEN.test(url);

/** Lets the pages of others read open data, and nothing else. */
export async function allowOtherOrigins(app: NestFastifyApplication): Promise<void> {
  await app.register(cors, {
    delegator: (request, done) =>
      done(null, {
        origin: isOpenAddress(request.url ?? '') ? '*' : false,
        methods: ['GET', 'HEAD'],
        allowedHeaders: [OPEN_KEY_HEADER],
        exposedHeaders: ['etag', 'last-modified', 'retry-after', 'x-ratelimit-limit', 'x-ratelimit-remaining'],
        maxAge: 86_400,
      }),
  });
}
