import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../lib/failure.mjs';
import { freePort } from '../lib/ports.mjs';
import { run, signalGroup, spawnGroup } from '../lib/processes.mjs';
import { findProgram } from '../lib/programs.mjs';
import { at } from '../lib/workspace.mjs';

/**
 * Runs nginx with the configuration of .deploy/nginx, on free ports, with a certificate of its own.
 * @param {string} folder an empty one
 * @param {number} port of the server behind it, on 127.0.0.1
 * @returns {Promise<{get: (path: string, options?: object) => Promise<{status: number, headers: object, body: string}>,
 *   url: string, stop: () => void}>}
 * @throws Failure when nginx is missing or refuses the configuration
 */
export async function startNginx(folder, port) {
  const nginx = findProgram('nginx');
  if (nginx === null) throw new Failure('nginx is not installed: apt-get install nginx-light');
  mkdirSync(folder, { recursive: true });
  const [plain, secure] = [await freePort(), await freePort()];
  const moved = (name) =>
    readFileSync(at('.deploy/nginx', name), 'utf8')
      .replaceAll('/etc/nginx/tls', folder)
      .replaceAll('/var/log/nginx', folder)
      .replaceAll('/etc/nginx/proxy.inc', path.join(folder, 'proxy.inc'))
      .replace('http://server:3000', `http://127.0.0.1:${port}`)
      .replace('listen 80 ', `listen 127.0.0.1:${plain} `)
      .replace('listen 443 ', `listen 127.0.0.1:${secure} `);
  for (const name of ['consult.conf', 'proxy.inc']) writeFileSync(path.join(folder, name), moved(name));
  writeFileSync(path.join(folder, 'nginx.conf'), main(folder));
  await certify(folder);
  const command = [nginx, '-c', path.join(folder, 'nginx.conf'), '-p', folder, '-e', path.join(folder, 'error.log')];
  const test = await run([...command, '-t']);
  if (!test.ok) throw new Failure('nginx refuses the configuration.', test.output);
  const child = spawnGroup(command[0], command.slice(1), { stdio: 'ignore' });
  const url = `https://127.0.0.1:${secure}`;
  const get = (target, options = {}) => ask(new URL(target, url), options);
  await until(() => get('/healthz'));
  return { get, url, plain: `http://127.0.0.1:${plain}`, stop: () => signalGroup(child, 'SIGTERM') };
}

const main = (folder) => `daemon off;
pid ${folder}/pid;
events {}
http {
  include /etc/nginx/mime.types;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  include ${folder}/consult.conf;
}
`;

async function certify(folder) {
  const files = ['-keyout', `${folder}/privkey.pem`, '-out', `${folder}/fullchain.pem`];
  const made = await run([
    'openssl',
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '1',
    '-subj',
    '/CN=localhost',
    ...files,
  ]);
  if (!made.ok) throw new Failure('openssl did not make a certificate.', made.output);
}

/** One request; the certificate is our own. */
export function ask(url, { method = 'GET', headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const client = url.protocol === 'https:' ? https : http;
    const request = client.request(url, { method, headers, rejectUnauthorized: false, agent: false }, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks).toString('utf8') }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** Waits up to a minute for something to work. */
export async function until(attempt) {
  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tries === 300) throw error;
      await sleep(200);
    }
  }
}
