import { ENV_VERSIONS, type EnvVersion } from '../config/wechat.config.js';

/** Where the picture of a name's code is kept, for the version of the mini-program that it opens. */
export function codeKey(short: string, version: EnvVersion): string {
  return `codes/${short}-${version}`;
}

/** Wherever pictures of a name's codes may be. */
export function codeKeys(short: string): string[] {
  return ENV_VERSIONS.map((version) => codeKey(short, version));
}
