import { OPEN_KEY_HEADER } from '@consult/shared';
import cors from '@fastify/cors';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const OPEN_PATH = '/api/v1/open';
const OPEN = new RegExp(`^${OPEN_PATH}(?:[/?]|$)`);

/** Whether an address, as it was asked for, is one of open data. */
export const isOpenAddress = (url: string): boolean => OPEN.test(url);

/** Lets the pages of others read open data, and nothing else. */
export async function allowOtherOrigins(app: NestFastifyApplication): Promise<void> {
  const server = app.getHttpAdapter().getInstance();
  // Said of each route once, as nobody should have to ask at each request.
  server.addHook('onRoute', (route) => {
    if (!isOpenAddress(route.url)) route.config = Object.assign({}, route.config, { cors: false });
  });
  await app.register(cors, {
    origin: '*',
    methods: ['GET', 'HEAD'],
    allowedHeaders: [OPEN_KEY_HEADER],
    exposedHeaders: ['etag', 'last-modified', 'retry-after', 'x-ratelimit-limit', 'x-ratelimit-remaining'],
    maxAge: 86_400,
  });
  // A browser asks here first; the plugin answers before the route does.
  for (const address of [OPEN_PATH, `${OPEN_PATH}/*`]) server.options(address, (_, reply) => reply.callNotFound());
}
