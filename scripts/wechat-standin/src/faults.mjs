/**
 * @typedef {object} Fault
 * @property {string} path of the call that goes wrong
 * @property {number} [errcode] what is refused
 * @property {string} [errmsg]
 * @property {number} [status] of HTTP, instead
 * @property {number} [delayMs] before the answer
 * @property {boolean} [hang] no answer ever comes
 * @property {boolean} [drop] the connection breaks
 * @property {boolean} [after] the call is carried out first: only its answer is lost
 * @property {number} times how often
 */

/** What a test wants to go wrong, each as often as it says. */
export class Faults {
  constructor() {
    /** @type {Fault[]} */
    this.waiting = [];
  }

  /** @param {Partial<Fault> & {path: string}} fault */
  add(fault) {
    this.waiting.push({ times: 1, ...fault });
  }

  /** @returns {Fault | undefined} the one that this call meets, used up by it */
  take(path) {
    const fault = this.waiting.find((one) => one.path === path && one.times > 0);
    if (fault !== undefined) fault.times -= 1;
    return fault;
  }

  clear() {
    this.waiting = [];
  }
}
