const MARK = '\u0000';

/** JSON in which a BigInt is a plain number, as WeChat writes its message ids: too large for JSON.parse. */
export function stringify(value) {
  const text = JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? `${MARK}${part}` : part));
  return text.replace(/"\\u0000(\d+)"/g, '$1');
}
