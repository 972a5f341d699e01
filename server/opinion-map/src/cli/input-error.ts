/** What is wrong with what was asked for or with a file, in one sentence for whoever ran the command. */
export class InputError extends Error {
  override name = 'InputError';
}
