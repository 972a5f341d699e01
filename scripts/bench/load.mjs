import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';

export const CONNECTIONS = 32;

/**
 * Loads one address for some seconds.
 * @param {{url: string, seconds: number, method?: 'GET' | 'POST', asked?: object[], body?: object}} what
 *   asked: headers of each who asks; whose turn it is goes round, so that no one asks too much
 * @returns {Promise<{perSecond: number, p50: number, p99: number, failed: number}>} latencies in ms
 */
export async function load({ url, seconds, method = 'GET', asked = [{}], body }) {
  const isEachItsOwn = asked.length > 1 || method === 'POST';
  let turn = 0;
  const setupRequest = (request) => {
    const key = method === 'POST' ? { 'idempotency-key': randomUUID() } : {};
    return { ...request, headers: { ...request.headers, ...asked[turn++ % asked.length], ...key } };
  };
  const times = [];
  const result = await new Promise((resolve, reject) => {
    const instance = autocannon(
      {
        url,
        connections: CONNECTIONS,
        duration: seconds,
        method,
        headers: { ...(!isEachItsOwn && asked[0]), ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
        ...(isEachItsOwn && { requests: [{ setupRequest }] }),
      },
      (error, outcome) => (error ? reject(error) : resolve(outcome)),
    );
    // Its own percentiles are whole milliseconds, too coarse to compare.
    instance.on('response', (_client, _status, _bytes, ms) => times.push(ms));
  });
  times.sort((a, b) => a - b);
  return {
    perSecond: result['2xx'] / result.duration,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    failed: result.non2xx + result.errors + result.timeouts,
  };
}

function percentile(sorted, share) {
  return Number((sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(2));
}

/** The middle one of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
