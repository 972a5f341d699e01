// Builds what the Dockerfile describes, without Docker, and tries it out: as a user without rights, behind nginx.
// Takes minutes. Root only, because it starts the server as somebody else.
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { copyContext } from './deploy/context.mjs';
import { buildWithoutDocker } from './deploy/dockerfile.mjs';
import { ask, startNginx, until } from './deploy/nginx.mjs';
import { Failure, showFailure } from './lib/failure.mjs';
import { freePort } from './lib/ports.mjs';
import { run, signalGroup, spawnGroup } from './lib/processes.mjs';
import { at } from './lib/workspace.mjs';

const NOBODY = 65534;
const STOP_LIMIT = 10_000;

const check = (name, holds, detail = '') => {
  if (!holds) throw new Failure(`Not so: ${name}.`, String(detail));
  console.log(`ok  ${name}`);
};

const scriptOf = (page) => /src="(\/js\/[^"]+)"/.exec(page)?.[1];

/** The server as the image would start it, with settings of production. */
async function startServer(image) {
  const port = await freePort();
  const env = {
    PATH: process.env.PATH,
    ...Object.fromEntries(Object.entries(image.env).map(([name, value]) => [name, image.uses(value)])),
    PORT: String(port),
    SECRET: randomBytes(32).toString('hex'),
    DATA_KEYS: `1:${randomBytes(32).toString('base64')}`,
    LOOKUP_KEY: randomBytes(32).toString('base64'),
  };
  const [file, ...args] = image.cmd;
  const cwd = image.uses(image.workdir);
  const child = spawnGroup(file, args, { cwd, env, uid: NOBODY, gid: NOBODY, stdio: ['ignore', 'pipe', 'pipe'] });
  const log = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => log.push(chunk));
  const get = (target) => ask(new URL(target, `http://127.0.0.1:${port}`));
  const ended = new Promise((resolve) => child.on('exit', (code) => resolve(code)));
  await until(async () => {
    if (child.exitCode !== null) throw new Failure('The server did not start.', Buffer.concat(log).toString('utf8'));
    return get('/healthz');
  }).catch((error) => {
    throw new Failure('The server did not start.', `${Buffer.concat(log).toString('utf8')}${error.message}`);
  });
  return { port, env, get, child, ended };
}

async function checkServer(image, server) {
  const { get } = server;
  check('/healthz answers 200', (await get('/healthz')).status === 200);
  check('/readyz answers 200', (await get('/readyz')).status === 200);
  const page = await get('/');
  check('the web app is served', page.status === 200 && scriptOf(page.body) !== undefined, page.body);
  check('its scripts are served', (await get(scriptOf(page.body))).status === 200);
  const [file, ...args] = image.healthcheck;
  const healthy = await run([file, ...args], { env: { PORT: String(server.port) } });
  check('the health check finds it well', healthy.ok, healthy.output);
  const writable = await run([
    'setpriv',
    `--reuid=${NOBODY}`,
    `--regid=${NOBODY}`,
    '--clear-groups',
    'find',
    image.uses('/app'),
    '-writable',
    '-not',
    '-type',
    'l',
  ]);
  check('the server cannot change its own code', writable.ok && writable.output === '', writable.output);
}

async function checkStop({ child, ended }) {
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), STOP_LIMIT);
  process.kill(child.pid, 'SIGTERM');
  await ended;
  clearTimeout(timer);
  check('SIGTERM ends it in time', child.signalCode !== 'SIGKILL', child.signalCode);
}

async function checkNginx(folder, server) {
  const nginx = await startNginx(path.join(folder, 'nginx'), server.port);
  const page = await nginx.get('/');
  const script = await nginx.get(scriptOf(page.body), { headers: { 'accept-encoding': 'gzip' } });
  check('nginx hands the web app on over TLS', page.status === 200);
  check('and compresses its scripts', script.headers['content-encoding'] === 'gzip', JSON.stringify(script.headers));
  for (const name of [
    'strict-transport-security',
    'content-security-policy',
    'x-content-type-options',
    'x-frame-options',
  ]) {
    check(`nginx sends ${name}`, page.headers[name] !== undefined);
  }
  const plain = await ask(new URL('/topics?a=1', nginx.plain));
  check('plain HTTP is sent to TLS', plain.status === 301 && /^https:.*\/topics\?a=1$/.test(plain.headers.location));
  nginx.stop();
}

/** What nginx lets through, seen by something that says what it was told. */
async function checkHeaders(folder) {
  const echo = http.createServer((request, answer) => {
    request.resume().on('end', () => answer.end(JSON.stringify(request.headers)));
  });
  await new Promise((resolve) => echo.listen(0, '127.0.0.1', resolve));
  const nginx = await startNginx(path.join(folder, 'echo'), echo.address().port);
  const forged = {
    'x-wx-openid': 'somebody',
    'x-wx-source': 'wx_client',
    'x-wx-unionid': 'u',
    'x-forwarded-for': '1.2.3.4',
  };
  const seen = JSON.parse((await nginx.get('/', { headers: forged })).body);
  check(
    'no x-wx header comes through',
    Object.keys(seen).every((name) => !name.startsWith('x-wx-')),
    JSON.stringify(seen),
  );
  check('the address is the caller’s own', seen['x-forwarded-for'] === '127.0.0.1');
  const send = (target, megabytes) =>
    nginx.get(target, { method: 'POST', body: Buffer.alloc(megabytes * 1024 * 1024) }).then(({ status }) => status);
  check('a photo of 10 MB may be sent', (await send('/api/v1/attachments', 10)) === 200);
  check('nothing else of 2 MB', (await send('/api/v1/topics', 2)) === 413);
  await nginx.get('/api/v1/attachments/1/full?key=secret');
  const log = readFileSync(path.join(folder, 'echo/access.log'), 'utf8');
  check('the log names paths without their queries', /attachments\/1\/full 200/.test(log) && !/secret/.test(log), log);
  nginx.stop();
  echo.close();
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'image-'));
try {
  if (process.getuid() !== 0) throw new Failure('Run it as root: it starts the server as another user.');
  chmodSync(folder, 0o755);
  const context = path.join(folder, 'context');
  mkdirSync(context);
  await copyContext(context);
  const image = await buildWithoutDocker(at('.deploy/Dockerfile'), context, folder, (line) =>
    console.log(`    ${line.slice(0, 110)}`),
  );
  const server = await startServer(image);
  await checkServer(image, server);
  await checkNginx(folder, server);
  await checkStop(server);
  await checkHeaders(folder);
} catch (error) {
  showFailure(error);
  process.exitCode = 1;
} finally {
  if (!process.argv.includes('--keep')) rmSync(folder, { recursive: true, force: true });
  else console.log(folder);
}
// Also where a check failed and the server still runs.
process.exit();
