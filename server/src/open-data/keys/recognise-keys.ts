import { OPEN_KEY_HEADER } from '@consult/shared';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../../common/clock.js';
import { isOpenAddress } from '../allow-other-origins.js';
import { OpenKeys } from './open-keys.service.js';

/** A request for open data; `openKey` is its key's id, null where it gave one that does not work. */
export type OpenRequest = FastifyRequest & { openKey?: string | null };

/** Finds out whose key a request for open data carries, before requests are counted against a limit. */
export function recogniseOpenKeys(app: NestFastifyApplication): void {
  const keys = app.get(OpenKeys);
  const clock = app.get(Clock);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request: OpenRequest) => {
      const key = request.headers[OPEN_KEY_HEADER];
      if (key === undefined || !isOpenAddress(request.url)) return;
      request.openKey = await keys.find(String(key), clock.now());
    });
}
