import type { EnvVersion } from '../config/wechat.config.js';

export interface WechatSession {
  readonly openid: string;
  /** Only of an app that is bound to an Open Platform account. */
  readonly unionid?: string;
}

export interface WechatPhone {
  /** With country code: +8613800138000 */
  readonly e164: string;
  /** Without: 13800138000 */
  readonly national: string;
  /** 86 */
  readonly countryCode: string;
}

/** 1 资料, 2 评论, 3 论坛, 4 社交日志 */
export type CheckScene = 1 | 2 | 3 | 4;
export type Suggestion = 'pass' | 'review' | 'risky';

export interface TextCheck {
  readonly openid: string;
  readonly scene: CheckScene;
  /** At most TEXT_CHECK_MAX characters; split longer text with overlap. */
  readonly content: string;
  readonly title?: string;
  readonly nickname?: string;
  /** Scene 1 alone. */
  readonly signature?: string;
}

export interface TextVerdict {
  readonly suggest: Suggestion;
  /** WeChat's label of what is wrong, 100 for nothing. */
  readonly label: number;
  readonly traceId: string;
}

export interface ImageCheck {
  readonly openid: string;
  readonly scene: CheckScene;
  /** Reachable by WeChat for more than 35 minutes. */
  readonly url: string;
}

export type MiniprogramState = 'developer' | 'trial' | 'formal';

export interface SubscribeMessage {
  readonly openid: string;
  readonly templateId: string;
  /** With its query, without a leading slash. */
  readonly page?: string;
  /** Field name to value, e.g. { thing1: '…' }. */
  readonly data: Readonly<Record<string, string>>;
  /** Left out: what goes with WX_ENV_VERSION. */
  readonly state?: MiniprogramState;
}

export interface MessageTemplate {
  readonly id: string;
  readonly title: string;
  /** Lines such as `会议名称:{{thing1.DATA}}`. */
  readonly content: string;
  readonly example: string;
  readonly kind: 'once' | 'long_term';
  /** What an enum field may hold. */
  readonly choices: readonly { readonly field: string; readonly values: readonly string[] }[];
}

export interface UnlimitedCode {
  /** At most 32 of WeChat's characters, see isScene. */
  readonly scene: string;
  /** Without a leading slash, without a query. */
  readonly page?: string;
  /** False allows a page that the released version does not have yet. Left out: true where that version is opened. */
  readonly checkPath?: boolean;
  /** Left out: WX_ENV_VERSION. */
  readonly envVersion?: EnvVersion;
  /** 280 to 1280 px, 430 when left out. */
  readonly width?: number;
  readonly autoColor?: boolean;
  readonly lineColor?: { readonly r: number; readonly g: number; readonly b: number };
  readonly isHyaline?: boolean;
}

export interface AppLink {
  /** Without a leading slash. */
  readonly path: string;
  /** At most 1024 characters, without the question mark. */
  readonly query?: string;
  /** 1 to 30; left out: 30. WeChat's links are never permanent. */
  readonly days?: number;
  /** Left out: WX_ENV_VERSION. */
  readonly envVersion?: EnvVersion;
}

/** The longest text that checkText takes, in characters. */
export const TEXT_CHECK_MAX = 2500;

/**
 * WeChat's server API. Calls go over the network: never from inside a transaction.
 * Every method throws WechatError when WeChat refuses or does not answer, and CodedError WECHAT.OFF where
 * WeChat is not configured.
 */
export abstract class WechatApi {
  /** Whether WeChat is configured at all. */
  abstract readonly isOn: boolean;

  /** Who signed in with the code of `wx.login`. A code is spent by the first call, also one that had no answer. */
  abstract code2Session(code: string): Promise<WechatSession>;

  /** The number behind the code of the phone button, which is not the code of `wx.login`. */
  abstract phoneNumber(code: string): Promise<WechatPhone>;

  /** Errcode 61010: the person was not in the mini-program within two hours; ask a person instead. */
  abstract checkText(check: TextCheck): Promise<TextVerdict>;

  /** Orders a check; the verdict comes within 30 minutes as the push event wxa_media_check with this trace id. */
  abstract checkImage(check: ImageCheck): Promise<{ traceId: string }>;

  /** Errcode 43101: not subscribed, or used up. @returns WeChat's id, larger than a number can hold */
  abstract sendSubscribeMessage(message: SubscribeMessage): Promise<{ msgid: string }>;

  /** The message templates of the account. */
  abstract templates(): Promise<readonly MessageTemplate[]>;

  /** A mini-program code (小程序码) as PNG or JPEG; there may be any number of them. */
  abstract codeUnlimited(code: UnlimitedCode): Promise<Buffer>;

  /** An https address that opens the mini-program from a text message or a web page, for at most 30 days. */
  abstract urlLink(link: AppLink): Promise<string>;

  /** The same as weixin://… for web pages inside other apps. */
  abstract scheme(link: AppLink): Promise<string>;
}
