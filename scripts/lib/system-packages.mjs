import { existsSync } from 'node:fs';
import { Failure } from './failure.mjs';
import { run } from './processes.mjs';
import { findProgram } from './programs.mjs';

const MARIADB_PROGRAMS = ['mariadbd', 'mariadb-install-db', 'my_print_defaults'];

/**
 * What the tests need of the system. `apt` lists ways to get it, the first whose packages apt knows being taken:
 * the -core packages bring no service that would start by itself (my_print_defaults is in the client's).
 */
const NEEDS = {
  mariadb: {
    title: 'MariaDB',
    isThere: () => MARIADB_PROGRAMS.every((program) => findProgram(program) !== null),
    apt: [['mariadb-server-core', 'mariadb-client-core'], ['mariadb-server']],
    brew: 'brew install mariadb',
  },
  redis: {
    title: 'Redis',
    isThere: () => findProgram('redis-server') !== null,
    // The service of the Debian package does not start where there is no init, and is not used where there is.
    apt: [['redis-server']],
    brew: 'brew install redis',
  },
  chromium: {
    title: 'Chromium',
    isThere: () => findProgram('chromium') !== null,
    apt: [['chromium'], ['chromium-browser']],
    brew: 'brew install --cask chromium',
  },
  font: {
    title: 'a Chinese font',
    isThere: hasChineseFont,
    apt: [['fonts-noto-cjk']],
    brew: null,
  },
};

async function hasChineseFont() {
  if (process.platform === 'darwin') return true;
  const list = findProgram('fc-list');
  if (list === null) return existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc');
  return (await run([list, ':lang=zh-cn', 'family'])).output.trim() !== '';
}

/** @returns {Promise<string[]>} which of the needs ('mariadb', 'redis', 'chromium', 'font') are not there */
export async function missingNeeds(names) {
  const missing = [];
  for (const name of names) if (!(await NEEDS[name].isThere())) missing.push(name);
  return missing;
}

/** @returns {boolean} whether this process may install Debian packages */
export function canInstallPackages() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/**
 * Installs the needs with apt-get, as root.
 * @throws Failure when they still are not there
 */
export async function installPackages(names) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const update = await run(['apt-get', 'update'], { env });
  const packages = [];
  for (const name of names) packages.push(...(await knownPackages(NEEDS[name].apt)));
  const command = ['apt-get', 'install', '--yes', '--no-install-recommends', ...packages];
  const { output } = await run(command, { env });
  const missing = await missingNeeds(names);
  if (missing.length > 0) throw new Failure(howToInstall(missing), update.output + output);
}

async function knownPackages(ways) {
  for (const way of ways) if (await areKnown(way)) return way;
  return ways[0];
}

async function areKnown(packages) {
  const { output } = await run(['apt-cache', 'policy', ...packages]);
  const candidates = output.match(/^ {2}Candidate: (?!\(none\))/gm) ?? [];
  return candidates.length === packages.length;
}

/** @returns {string} one line that says what a person has to install before the tests can run */
export function howToInstall(names) {
  const titles = names.map((name) => NEEDS[name].title).join(', ');
  if (process.platform === 'darwin') {
    const commands = names.map((name) => NEEDS[name].brew).filter(Boolean);
    return `Missing: ${titles}. Install with: ${commands.join(' && ')}`;
  }
  const packages = names.flatMap((name) => NEEDS[name].apt[0]).join(' ');
  return `Missing: ${titles}. Install with: sudo apt-get install ${packages} (or run the tests as root).`;
}
