import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestEnvironment } from '../support/environment.js';
import { PLACE } from '../support/topics.js';

// Fastify keeps a connection alive for 72 s, longer than a test may take.
describe('a server that is told to stop', () => {
  it('answers what is on its way, and does not wait for the connection to be used again', async () => {
    const env = await createTestEnvironment('sqlite');
    const resident = await env.cast.one('resident', PLACE.township);
    const server = env.app.getHttpServer();
    const arrived = once(server, 'request');
    const upload = resident.client.beginUpload();
    await arrived;
    const stopped = env.stop();
    while (server.listening) await sleep(5);
    expect((await upload.breakOff()).status).toBe(400);
    await stopped;
  });

  it('cuts off in the end whoever has a connection and asks for nothing', async () => {
    const env = await createTestEnvironment('sqlite');
    const browser = connect(Number(new URL(env.url).port), '127.0.0.1');
    const cut = once(browser, 'close');
    await once(browser, 'connect');
    await env.stop();
    await cut;
  });
});
