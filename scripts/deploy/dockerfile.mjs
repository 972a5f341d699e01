import { cpSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../lib/failure.mjs';
import { run } from '../lib/processes.mjs';

const RUN_LIMIT = 10 * 60_000;
/** The image's user, and who stands for it on this machine. */
const STAND_IN = { node: 'nobody' };

/**
 * @param {string} text of a Dockerfile without heredocs
 * @returns {{keyword: string, rest: string}[]} its instructions in order
 */
export function parseDockerfile(text) {
  const lines = text
    .replace(/^\s*#.*\n/gm, '')
    .replace(/\\\n/g, ' ')
    .split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, keyword, rest] = /^\s*([A-Za-z]+)\s+(.*)$/.exec(line) ?? [];
      if (keyword === undefined) throw new Failure(`The Dockerfile has a line that is no instruction: ${line}`);
      return { keyword: keyword.toUpperCase(), rest: rest.trim() };
    });
}

/**
 * Does what the Dockerfile says without Docker: each stage gets a folder as its root, RUN lines run on this machine with
 * the stage's paths, COPY copies. What the base image brings is not checked.
 * @param {string} file the Dockerfile
 * @param {string} context the folder that it is built from
 * @param {string} root an empty folder
 * @param {(line: string) => void} say told each instruction before it is done
 * @returns {Promise<{root: string, workdir: string, env: Record<string, string>, user: string, cmd: string[],
 *   healthcheck: string[], uses: (text: string) => string}>} the last stage; `uses` turns its paths into this machine's
 * @throws Failure when a command fails
 */
export async function buildWithoutDocker(file, context, root, say) {
  const stages = new Map();
  const args = {};
  let stage;
  for (const { keyword, rest } of parseDockerfile(readFileSync(file, 'utf8'))) {
    say(`${keyword} ${rest}`);
    const known = { ...args, ...stage?.env };
    const value = rest.replace(/\$\{(\w+)\}/g, (_, name) => known[name] ?? '');
    if (keyword === 'FROM') {
      const name = / AS (\w+)$/i.exec(value)?.[1] ?? String(stages.size);
      stage = newStage(path.join(root, name));
      stages.set(name, stage);
    } else if (keyword === 'ARG') {
      const [name, ...given] = value.split('=');
      (stage?.env ?? args)[name] = given.join('=');
    } else if (keyword === 'ENV') {
      for (const [, name, set] of value.matchAll(/(\w+)=(\S+)/g)) stage.env[name] = set;
    } else if (keyword === 'WORKDIR') {
      stage.workdir = value;
      mkdirSync(path.join(stage.root, value), { recursive: true });
    } else if (keyword === 'COPY') copy(value, stage, stages, context);
    else if (keyword === 'RUN') await runIn(stage, value);
    else if (keyword === 'USER') stage.user = STAND_IN[value] ?? value;
    else if (keyword === 'CMD') stage.cmd = JSON.parse(value);
    else if (keyword === 'HEALTHCHECK') stage.healthcheck = JSON.parse(value.slice(value.indexOf('[')));
    else if (keyword !== 'EXPOSE') throw new Failure(`The check does not know the instruction ${keyword}.`);
  }
  return stage;
}

function newStage(root) {
  mkdirSync(root, { recursive: true });
  const uses = (text) => text.replace(/(^|[\s='"])\/(src|out|app|data)(?=[\s/'"]|$)/g, `$1${root}/$2`);
  return { root, workdir: '/', env: {}, user: 'root', cmd: [], healthcheck: [], uses };
}

function copy(value, stage, stages, context) {
  const parts = value.split(/\s+/);
  const from = parts[0].startsWith('--from=') ? stages.get(parts.shift().slice('--from='.length)).root : context;
  const target = path.join(stage.root, path.resolve(stage.workdir, parts.pop()));
  for (const source of parts) {
    const full = path.join(from, source);
    const isFolder = statSync(full).isDirectory();
    // As with Docker, of a folder the content is copied.
    cpSync(full, isFolder ? target : path.join(target, path.basename(full)), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
}

async function runIn(stage, command) {
  const global = path.join(stage.root, 'global');
  const env = { ...stage.env, npm_config_prefix: global, PATH: `${global}/bin:${process.env.PATH}` };
  const line = stage.uses(command).replace(/\bnode:node\b/g, `${STAND_IN.node}:`);
  const result = await run(['sh', '-c', line], { cwd: path.join(stage.root, stage.workdir), env, limit: RUN_LIMIT });
  if (!result.ok) throw new Failure(`This line of the Dockerfile failed: RUN ${command}`, result.output);
}
