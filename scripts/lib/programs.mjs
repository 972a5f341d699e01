import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** Beyond PATH: where Debian keeps daemons, Homebrew its kegs, and macOS its applications. */
const FOLDERS = [
  '/usr/sbin',
  '/usr/local/sbin',
  '/opt/homebrew/bin',
  '/opt/homebrew/opt/mariadb/bin',
  '/usr/local/opt/mariadb/bin',
  '/Applications/Chromium.app/Contents/MacOS',
  '/Applications/Google Chrome.app/Contents/MacOS',
];

/** The same program under the names that systems give it. */
const NAMES = {
  mariadbd: ['mariadbd'],
  'mariadb-install-db': ['mariadb-install-db'],
  my_print_defaults: ['my_print_defaults'],
  chromium: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'Chromium', 'Google Chrome'],
  'fc-list': ['fc-list'],
  'redis-server': ['redis-server'],
  nginx: ['nginx'],
};

/**
 * @param {keyof typeof NAMES} program
 * @returns {string | null} the absolute path of the program, or null when it is not installed
 */
export function findProgram(program) {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter).filter(Boolean), ...FOLDERS];
  for (const name of NAMES[program]) {
    for (const folder of folders) {
      const file = path.join(folder, name);
      if (isExecutable(file)) return file;
    }
  }
  return null;
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
