// Uploads miniprogram/dist/weapp to WeChat as a 开发版, or makes a preview: docs/deploy/README.md.
// The upload key comes from the environment and is never written down.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Failure, showFailure } from './lib/failure.mjs';
import { run } from './lib/processes.mjs';
import { packageSizes } from './lib/weapp-sizes.mjs';
import { at } from './lib/workspace.mjs';

/** Heavy and rarely needed, so not a dependency; its version is fixed all the same. */
const UPLOADER = 'miniprogram-ci@2.1.42';
const PACKAGE_MAX = 2 * 1024 * 1024;
const USAGE =
  'Usage: npm run upload -- --version 1.2.0 --desc "what is new" [--robot 1] [--preview qr.jpg] [--dry-run]';
const OPTIONS = {
  version: { type: 'string' },
  desc: { type: 'string' },
  robot: { type: 'string', default: '1' },
  preview: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
};

function readOptions() {
  try {
    const { values } = parseArgs({ options: OPTIONS });
    if (!values.desc || (!values.preview && !/^\d+\.\d+\.\d+$/.test(values.version ?? ''))) throw new Error();
    if (!(Number(values.robot) >= 1 && Number(values.robot) <= 30)) throw new Error();
    return values;
  } catch {
    throw new Failure(USAGE);
  }
}

/** Prints the packages' sizes. @throws Failure above WeChat's limit, or where nothing was built */
function checkPackages() {
  const folder = at('miniprogram/dist/weapp');
  if (!existsSync(path.join(folder, 'app.json'))) {
    throw new Failure('Build it first: TARO_APP_API_BASE=https://… pnpm --filter @consult/miniprogram run build:weapp');
  }
  const sizes = packageSizes(folder);
  for (const { name, bytes } of sizes) console.log(`${(bytes / 1024).toFixed(0).padStart(6)} kB  ${name}`);
  const large = sizes.filter(({ bytes }) => bytes > PACKAGE_MAX);
  if (large.length > 0) throw new Failure(`Above 2 MB: ${large.map(({ name }) => name).join(', ')}`);
  if (readdirSync(folder, { recursive: true }).some((name) => isBuiltForHere(path.join(folder, name)))) {
    throw new Failure('This build asks localhost: set TARO_APP_API_BASE and build again.');
  }
}

const isBuiltForHere = (file) => file.endsWith('.js') && readFileSync(file, 'utf8').includes('http://localhost:3000');

/** The file of the upload key, and how to let go of it. @throws Failure without a key */
function keyFile(env) {
  if (env.WX_UPLOAD_KEY_FILE) return { file: path.resolve(env.WX_UPLOAD_KEY_FILE), letGo: () => {} };
  if (!env.WX_UPLOAD_KEY)
    throw new Failure('WX_UPLOAD_KEY or WX_UPLOAD_KEY_FILE is missing (--dry-run needs neither).');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'upload-'));
  const file = path.join(folder, 'key');
  writeFileSync(file, env.WX_UPLOAD_KEY, { mode: 0o600 });
  return { file, letGo: () => rmSync(folder, { recursive: true, force: true }) };
}

/** @returns {string[]} the arguments of miniprogram-ci */
function command({ version, desc, robot, preview }, appid, key) {
  const common = ['--pp', at('miniprogram'), '--pkp', key, '--appid', appid, '--ud', desc, '-r', robot];
  // A preview has no version, but the uploader refuses to start without one.
  const settings = ['--use-project-config', 'true', '--uv', version ?? '0.0.0', '--pi', 'node_modules/**/*'];
  return preview
    ? ['preview', ...common, '--qrcode-format', 'image', '--qrcode-output-dest', path.resolve(preview), ...settings]
    : ['upload', ...common, ...settings];
}

async function upload(env) {
  const options = readOptions();
  checkPackages();
  if (options['dry-run']) {
    const shown = command(options, env.WX_UPLOAD_APPID || 'APPID', 'KEY').join(' ');
    console.log(`Nothing was sent. It would be: npx ${UPLOADER} ${shown}`);
    return;
  }
  if (!env.WX_UPLOAD_APPID) throw new Failure('WX_UPLOAD_APPID is missing.');
  const { file, letGo } = keyFile(env);
  try {
    const { ok, output } = await run(['npx', '--yes', UPLOADER, ...command(options, env.WX_UPLOAD_APPID, file)]);
    if (!ok) throw new Failure('WeChat did not take it.', output);
    console.log(output);
  } finally {
    letGo();
  }
}

upload(process.env).catch((error) => {
  showFailure(error);
  process.exitCode = 1;
});
