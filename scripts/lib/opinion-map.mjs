import { pathToFileURL } from 'node:url';
import { BUILDS, build, isBuilt } from './builds.mjs';
import { Failure, showFailure } from './failure.mjs';
import { install, isInstalled } from './install.mjs';
import { at } from './workspace.mjs';
import { requireWritable } from './writable.mjs';

/**
 * Gets and builds what the opinion map needs, without a word, and loads it.
 * @param {string} file of what was built
 * @returns {Promise<object>} the module
 */
export async function loadOpinionMap(file) {
  if (!isInstalled()) {
    requireWritable(at('.'));
    await install();
  }
  if (!isBuilt('opinion-map')) await build('opinion-map');
  return import(pathToFileURL(at(BUILDS['opinion-map'].makes, file)).href);
}

/**
 * Prints one JSON document about a file of votes to standard output, and nothing else; what is wrong goes to standard
 * error. Ends the process.
 * @param {string[]} args of the command line; paths are relative to where npm was called
 */
export async function opinionMap(args) {
  try {
    const { run, InputError } = await loadOpinionMap('cli/index.js');
    try {
      console.log(JSON.stringify(run(args, process.env.INIT_CWD ?? process.cwd())));
    } catch (error) {
      throw error instanceof InputError ? new Failure(error.message) : error;
    }
  } catch (error) {
    showFailure(error);
    process.exitCode = 1;
  }
}
