import { isInteger, isSafeNumber, parse } from 'lossless-json';

/**
 * Reads JSON from WeChat; a whole number that is too large for a number stays a string, as its message ids are.
 * @returns undefined for what is no JSON object
 */
export function parseWechatJson(text: string): Record<string, unknown> | undefined {
  try {
    const value = parse(text, undefined, (digits) =>
      isInteger(digits) && !isSafeNumber(digits) ? digits : Number(digits),
    );
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
