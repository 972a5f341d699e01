import type { Script } from '../script.js';

/** Each writes its steps into the script. */
export const STORIES: readonly ((script: Script) => void)[] = [];
