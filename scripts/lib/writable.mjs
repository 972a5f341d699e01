import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';

/**
 * Whether files can be made in the folder, which is made if missing.
 * @throws Failure when it is not writable or the disk is full
 */
export function requireWritable(folder) {
  const probe = path.join(folder, `.write-test-${randomUUID()}`);
  try {
    makeFolder(folder);
    writeFileSync(probe, 'x');
    rmSync(probe);
  } catch (error) {
    throw new Failure(`Cannot write to ${folder} (${WRITE_REFUSALS[error.code] ?? error.code}).`);
  }
}

// Not mkdirSync's `recursive`: where the system says ENOENT to any new folder, as in /proc, it never returns.
function makeFolder(folder) {
  if (existsSync(folder)) return;
  const parent = path.dirname(folder);
  if (parent !== folder) makeFolder(parent);
  mkdirSync(folder);
}

const WRITE_REFUSALS = {
  ENOENT: 'no folder can be made there',
  EACCES: 'you have no right to',
  EPERM: 'you have no right to',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your quota is used up',
  ENOTDIR: 'a file is in the way',
  EEXIST: 'a file is in the way',
};
