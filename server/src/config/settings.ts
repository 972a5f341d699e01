import { ConfigError } from './config-error.js';

/** The environment as a process has it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** @throws ConfigError naming the setting when it is not a whole number within the bounds */
export function wholeNumber(name: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new ConfigError(`${name} must be a whole number from ${min} to ${max}, not ${JSON.stringify(text)}`);
  }
  return value;
}

/** @throws ConfigError naming the setting when it is missing or empty; `because` says what needs it */
export function needed(name: string, env: Environment, because: string): string {
  const value = env[name];
  if (!value) throw new ConfigError(`${name} is missing: ${because} needs it`);
  return value;
}

/** The origin of a web address; null when it is not set. @throws ConfigError naming the setting */
export function origin(name: string, text: string | undefined): string | null {
  if (!text) return null;
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) throw new ConfigError(`${name} must be a web address`);
  return new URL(text).origin;
}
