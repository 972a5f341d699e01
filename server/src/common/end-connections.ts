import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** How often what has become idle is closed while the server stops, ms. */
const LOOK_MS = 50;
/** How long a request may still take then, ms: Docker kills what has not ended after 10 s. */
const GRACE_MS = 5_000;

/**
 * Ends every connection when the server stops. Node closes those that are idle at that moment alone: one that is kept
 * alive after an answer on its way then would hold the server for a minute, and one that a browser opened ahead for ever.
 */
export function endConnectionsAtStop(app: NestFastifyApplication): void {
  const server = app.getHttpServer();
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('preClose', (done) => {
      const looking = setInterval(() => server.closeIdleConnections(), LOOK_MS).unref();
      const giving = setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
      server.once('close', () => {
        clearInterval(looking);
        clearTimeout(giving);
      });
      done();
    });
}
