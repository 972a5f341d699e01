/** The access token of WeChat's API. */
export abstract class TokenProvider {
  /** @returns null where WeChat's cloud adds the token itself. @throws WechatError when none can be had */
  abstract get(): Promise<string | null>;

  /** WeChat said that this token is no longer good; the next `get` fetches one. */
  abstract drop(token: string): Promise<void>;
}

/** In WeChat's cloud, calls need no token. */
export class NoToken extends TokenProvider {
  async get(): Promise<null> {
    return null;
  }

  async drop(): Promise<void> {}
}
