/** @returns {string} a duration as people read it, from milliseconds: 0.4 s, 37 s, 2 min 5 s */
export function sayDuration(ms) {
  if (ms < 9_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return seconds < 100 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/**
 * Says what is being done, does it, and says how long it took.
 * @template T
 * @param {string} what e.g. 'Building the server'
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(what, work) {
  const began = Date.now();
  process.stdout.write(`${what} … `);
  try {
    const result = await work();
    console.log(sayDuration(Date.now() - began));
    return result;
  } catch (error) {
    console.log('failed');
    throw error;
  }
}
