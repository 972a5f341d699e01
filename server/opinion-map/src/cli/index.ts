export { InputError } from './input-error.js';
export { type Answer, run } from './run.js';
