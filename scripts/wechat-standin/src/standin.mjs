import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { CONTROLS } from './control.mjs';
import { stringify } from './json.mjs';
import { Refusal } from './refusal.mjs';
import { ROUTES } from './routes.mjs';
import { State } from './state.mjs';
import { requireToken } from './token.mjs';

const CONTROL_PREFIX = '/_standin';
const BODY_MAX = 1024 * 1024;

/**
 * Starts a stand-in for WeChat's servers.
 * @param {Partial<import('./state.mjs').Settings> & {port?: number, host?: string}} [options]
 * @returns {Promise<{url: string, port: number, appId: string, secret: string, stop(): Promise<void>}>}
 */
export async function startStandin({ port = 0, host = '127.0.0.1', ...settings } = {}) {
  const state = new State({
    appId: 'wx0123456789abcdef',
    secret: '0123456789abcdef0123456789abcdef',
    push: null,
    ...settings,
  });
  const server = createServer((request, response) => {
    handle(state, request, response).catch((error) => {
      response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error.stack));
    });
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { appId, secret } = state.settings;
  return {
    url: `http://${host}:${server.address().port}`,
    port: server.address().port,
    appId,
    secret,
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

async function handle(state, request, response) {
  const url = new URL(request.url, 'http://localhost');
  const text = await read(request);
  if (url.pathname.startsWith(`${CONTROL_PREFIX}/`)) return await control(state, request.method, url, text, response);
  const route = ROUTES[url.pathname];
  if (route === undefined) return void response.writeHead(404).end();
  const fault = state.faults.take(url.pathname);
  if (fault?.drop) return void response.destroy();
  const answer = await call(state, route, request.method, url, text, fault);
  const body = answer instanceof Refusal ? answer.body() : answer;
  const errcode = body instanceof Buffer ? 0 : (body.errcode ?? 0);
  state.requests.push({ path: url.pathname, errcode });
  if (fault?.delayMs) await sleep(fault.delayMs);
  if (fault?.hang) return;
  if (fault?.status) return void response.writeHead(fault.status).end('Bad Gateway');
  if (body instanceof Buffer) return void response.writeHead(200, { 'content-type': 'image/png' }).end(body);
  const type = route.plain ? 'text/plain' : 'application/json; encoding=utf-8';
  response.writeHead(200, { 'content-type': type }).end(stringify(body));
}

/** @returns {Promise<object | Buffer | Refusal>} */
async function call(state, route, method, url, text, fault) {
  const query = Object.fromEntries(url.searchParams);
  try {
    if (fault && !fault.after && (fault.errcode !== undefined || fault.hang || fault.status)) {
      throw new Refusal(fault.errcode ?? -1, fault.errmsg);
    }
    if (route.method === 'POST' && method !== 'POST') throw new Refusal(43002);
    if (!route.open) requireToken(state, query.access_token);
    if (!route.ownQuota) state.quotas.count(url.pathname, state.now());
    return await route.answer(state, { query, body: route.method === 'POST' ? parse(text) : {} });
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function parse(text) {
  if (text.trim() === '') throw new Refusal(44002);
  try {
    const body = JSON.parse(text);
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body;
  } catch {}
  throw new Refusal(47001);
}

async function control(state, method, url, text, response) {
  const run = CONTROLS[`${method} ${url.pathname.slice(CONTROL_PREFIX.length)}`];
  if (run === undefined) return void response.writeHead(404).end();
  const body = text === '' ? {} : JSON.parse(text);
  const answer = (await run(state, body, Object.fromEntries(url.searchParams))) ?? {};
  response.writeHead(200, { 'content-type': 'application/json' }).end(stringify(answer));
}

async function read(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > BODY_MAX) throw new RangeError('too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
