/** What a short name is made for, POST /links. */
export interface NewLink {
  /** A page of the app, without a leading slash: packages/topics/detail/index */
  page: string;
  /** Without the question mark: id=… */
  query?: string;
  /** When the name may be forgotten, ms since 1970; left out: never. */
  expiresAt?: number;
}

/** A place in the app under a short name, GET /links/{short}. */
export interface Link {
  short: string;
  page: string;
  query: string;
  expiresAt: number | null;
  /** Its mini-program code (小程序码) can be scanned by a phone; else show a QR code of the web address. */
  hasCode: boolean;
}

/** WeChat's own link to the place, GET /links/{short}/url. */
export interface WechatLink {
  url: string;
  /** It opens nothing after this moment, ms since 1970; ask for it again then. */
  expiresAt: number;
}
