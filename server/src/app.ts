import { randomUUID } from 'node:crypto';
import { ATTACHMENT_LIMITS } from '@consult/shared';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController } from 'fastify';
import { decodeJwt } from 'jose';
import { AppModule } from './app.module.js';
import { Clock, SystemClock } from './common/clock.js';
import { endConnectionsAtStop } from './common/end-connections.js';
import { CodedError } from './common/errors/coded-error.js';
import { logAnswers } from './common/log-answers.js';
import { READ_METHODS } from './common/read-methods.js';
import type { Config } from './config/config.js';
import { serveDocs } from './docs/openapi.js';
import { allowOtherOrigins } from './open-data/allow-other-origins.js';
import { recogniseOpenKeys } from './open-data/keys/recognise-keys.js';
import { PLAIN_ROUTES } from './plain-pages/plain-pages.controller.js';
import { serveApp } from './web/serve-app.js';
import { PUSH_PATH, PUSH_TYPES } from './wechat/push/push.controller.js';
import { dropForgedWxHeaders } from './wechat/wx-headers.js';

const BODY_LIMIT = 512 * 1024;
/** Outside the API's prefix, where probes look. */
const UNPREFIXED = ['healthz', 'readyz'];

/** The whole server, ready to listen. */
export async function createApp(config: Config, clock: Clock = new SystemClock()): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    genReqId: () => randomUUID(),
    bodyLimit: BODY_LIMIT,
    trustProxy: true,
    logger: { level: config.logLevel },
    logController: new LogController({ disableRequestLogging: true }),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, clock), adapter, {
    logger: config.logLevel === 'silent' ? false : ['error', 'warn'],
    bufferLogs: false,
    abortOnError: false,
    rawBody: true,
  });
  // The body of a push is read as it was sent; as JSON its long numbers would lose their ends.
  app.useBodyParser(PUSH_TYPES);
  dropForgedWxHeaders(app, config);
  app.setGlobalPrefix('api/v1', { exclude: [...UNPREFIXED, ...PLAIN_ROUTES] });
  app.enableShutdownHooks();
  await app.register(multipart, { limits: { fileSize: ATTACHMENT_LIMITS.bytesMax, files: 1, fields: 5 } });
  await allowOtherOrigins(app);
  recogniseOpenKeys(app);
  await app.register(rateLimit, {
    max: config.writesPerMinute,
    timeWindow: '1 minute',
    // WeChat pushes from a few addresses, many events at a time, and signs them.
    allowList: ({ method, routeOptions }) => READ_METHODS.has(method) || routeOptions.url === PUSH_PATH,
    // Reads are not counted: whose they are need not be found out.
    keyGenerator: (request) =>
      READ_METHODS.has(request.method) ? '' : (claimedPerson(request.headers.authorization) ?? request.ip),
    errorResponseBuilder: () => new CodedError('REQUEST.TOO_MANY'),
  });
  logAnswers(app);
  endConnectionsAtStop(app);
  serveDocs(app);
  if (config.appDir !== null) await serveApp(app, config.appDir);
  return app;
}

/** Whom a token names, unverified: counting needs no proof, and a forged one gets nowhere anyway. */
function claimedPerson(authorization: string | undefined): string | undefined {
  if (authorization === undefined) return undefined;
  try {
    return decodeJwt(authorization.replace('Bearer ', '')).sub;
  } catch {
    return authorization;
  }
}
