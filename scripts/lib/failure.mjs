/** A failure that a person can act on: shown as its one line, with no stack. */
export class Failure extends Error {
  /**
   * @param {string} message one line that says what is wrong and what to do
   * @param {string} [output] what the failed command printed, shown before the line
   */
  constructor(message, output = '') {
    super(message);
    this.output = output;
  }
}

/** Prints the failure as a person should see it; anything unexpected keeps its stack. */
export function showFailure(error) {
  if (error instanceof Failure) {
    if (error.output) console.error(error.output.trimEnd());
    console.error(error.message);
  } else {
    console.error(error);
  }
}
