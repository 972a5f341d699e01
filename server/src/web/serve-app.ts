import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const YEAR_S = 365 * 24 * 60 * 60;
/** Files whose names change with their content. */
const HASHED = /\.[0-9a-f]{8,}\.(js|css)$/;

/** Serves the built web app; every page address answers its index.html, and the app finds the page. */
export async function serveApp(app: NestFastifyApplication, directory: string): Promise<void> {
  const root = path.resolve(directory);
  await app.register(fastifyStatic, {
    root,
    wildcard: false,
    cacheControl: false,
    setHeaders: (reply, file) => {
      reply.setHeader('cache-control', HASHED.test(file) ? `public, max-age=${YEAR_S}, immutable` : 'no-cache');
    },
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/*', (request, reply) => (isPage(request.url) ? reply.sendFile('index.html') : reply.callNotFound()));
}

/** A script of an earlier build must be missing, not a page: the browser then fetches the new one. */
function isPage(url: string): boolean {
  const { pathname } = new URL(url, 'http://localhost');
  return !pathname.startsWith('/api/') && path.extname(pathname) === '';
}
