/**
 * A reporter for `node --test` that writes what nodeTestResult reads.
 * @param {AsyncIterable<{type: string, data: any}>} events
 */
export default async function* report(events) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const times = new Map();
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.nesting === 0) times.set(data.file, (times.get(data.file) ?? 0) + data.details.duration_ms);
    if (data.details.type === 'suite') continue;
    if (data.skip !== undefined || data.todo !== undefined) counts.skipped += 1;
    else counts[type === 'test:pass' ? 'passed' : 'failed'] += 1;
  }
  const files = [...times].map(([file, ms]) => ({ file, ms }));
  yield JSON.stringify({ ...counts, files });
}
