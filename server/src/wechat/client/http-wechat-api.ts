import { lengthOf } from '@consult/shared';
import { Inject, Injectable } from '@nestjs/common';
import { CodedError } from '../../common/errors/coded-error.js';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import type { EnvVersion, WechatConfig } from '../../config/wechat.config.js';
import {
  type AppLink,
  type ImageCheck,
  type MessageTemplate,
  type MiniprogramState,
  type SubscribeMessage,
  type Suggestion,
  TEXT_CHECK_MAX,
  type TextCheck,
  type TextVerdict,
  type UnlimitedCode,
  WechatApi,
  type WechatPhone,
  type WechatSession,
} from '../wechat-api.js';
import { NO_ANSWER, WechatError } from '../wechat-error.js';
import { AuthorizedClient } from './authorized-client.js';
import { fieldOf, listOf, textOf } from './read.js';
import { requireGoodCode } from './scene.js';
import { WechatClient } from './wechat-client.js';

const SUGGESTIONS: readonly Suggestion[] = ['pass', 'review', 'risky'];
const STATES: Readonly<Record<EnvVersion, MiniprogramState>> = {
  release: 'formal',
  trial: 'trial',
  develop: 'developer',
};
const IMAGE = 2;
const LONG_TERM = 3;
const LINK_DAYS_MAX = 30;
const EXPIRES_AFTER_DAYS = 1;

/** WeChat's API over HTTP. */
@Injectable()
export class HttpWechatApi extends WechatApi {
  readonly isOn = true;
  private readonly wechat: WechatConfig;

  constructor(
    @Inject(CONFIG) { wechat }: Config,
    private readonly open: WechatClient,
    private readonly authorized: AuthorizedClient,
  ) {
    super();
    this.wechat = wechat as WechatConfig;
  }

  async code2Session(code: string): Promise<WechatSession> {
    const { appId, secret } = this.wechat;
    // In WeChat's cloud the person's openid comes in a header, and this call does not exist.
    if (secret === null) throw new CodedError('WECHAT.OFF');
    const answer = await this.open.call({
      method: 'GET',
      path: '/sns/jscode2session',
      query: { appid: appId, secret, js_code: code, grant_type: 'authorization_code' },
      singleUse: true,
      quotaOfPerson: true,
    });
    const unionid = fieldOf(answer, ['unionid']);
    return { openid: textOf(answer, 'openid'), ...(typeof unionid === 'string' && unionid !== '' && { unionid }) };
  }

  async phoneNumber(code: string): Promise<WechatPhone> {
    const answer = await this.authorized.call({
      method: 'POST',
      path: '/wxa/business/getuserphonenumber',
      body: { code },
      singleUse: true,
      quotaOfPerson: true,
    });
    if (textOf(answer, 'phone_info', 'watermark', 'appid') !== this.wechat.appId) {
      throw new WechatError(NO_ANSWER, 'P', 'the phone number is of another appid');
    }
    const national = textOf(answer, 'phone_info', 'purePhoneNumber');
    const countryCode = textOf(answer, 'phone_info', 'countryCode');
    return { e164: `+${countryCode}${national}`, national, countryCode };
  }

  async checkText({ openid, scene, content, title, nickname, signature }: TextCheck): Promise<TextVerdict> {
    if (lengthOf(content) > TEXT_CHECK_MAX) throw new RangeError(`at most ${TEXT_CHECK_MAX} characters at a time`);
    const answer = await this.authorized.call({
      method: 'POST',
      path: '/wxa/msg_sec_check',
      body: { version: 2, openid, scene, content, title, nickname, ...(scene === 1 && { signature }) },
    });
    const suggest = SUGGESTIONS.find((one) => one === fieldOf(answer, ['result', 'suggest']));
    if (suggest === undefined) throw new WechatError(NO_ANSWER, 'P', 'the answer has no result.suggest');
    return { suggest, label: Number(textOf(answer, 'result', 'label')), traceId: textOf(answer, 'trace_id') };
  }

  async checkImage({ openid, scene, url }: ImageCheck): Promise<{ traceId: string }> {
    const answer = await this.authorized.call({
      method: 'POST',
      path: '/wxa/media_check_async',
      body: { media_url: url, media_type: IMAGE, version: 2, openid, scene },
    });
    return { traceId: textOf(answer, 'trace_id') };
  }

  async sendSubscribeMessage({ openid, templateId, page, data, state }: SubscribeMessage): Promise<{ msgid: string }> {
    const answer = await this.authorized.call({
      method: 'POST',
      path: '/cgi-bin/message/subscribe/send',
      body: {
        touser: openid,
        template_id: templateId,
        page,
        miniprogram_state: state ?? STATES[this.wechat.envVersion],
        lang: 'zh_CN',
        data: Object.fromEntries(Object.entries(data).map(([name, value]) => [name, { value }])),
      },
      // WeChat takes no key against doubles: sent again after no answer, it might be read twice.
      singleUse: true,
    });
    return { msgid: textOf(answer, 'msgid') };
  }

  async templates(): Promise<readonly MessageTemplate[]> {
    const answer = await this.authorized.call({ method: 'GET', path: '/wxaapi/newtmpl/gettemplate' });
    return listOf(answer, 'data').map((template) => ({
      id: textOf(template, 'priTmplId'),
      title: textOf(template, 'title'),
      content: textOf(template, 'content'),
      example: String(template.example ?? ''),
      kind: template.type === LONG_TERM ? ('long_term' as const) : ('once' as const),
      choices: listOf(template, 'keywordEnumValueList').map((choice) => ({
        // WeChat writes `phrase1.DATA` here, and phrase1 when a message is sent.
        field: textOf(choice, 'keywordCode').replace(/\.DATA$/, ''),
        values: listOf(choice, 'enumValueList').map(String),
      })),
    }));
  }

  async codeUnlimited(code: UnlimitedCode): Promise<Buffer> {
    requireGoodCode(code);
    const { scene, page, width, autoColor, lineColor, isHyaline } = code;
    const version = this.version(code);
    const { checkPath = version === 'release' } = code;
    const answer = await this.authorized.call({
      method: 'POST',
      path: '/wxa/getwxacodeunlimit',
      body: {
        scene,
        page,
        check_path: checkPath,
        env_version: version,
        width,
        auto_color: autoColor,
        line_color: lineColor,
        is_hyaline: isHyaline,
      },
    });
    if (answer instanceof Buffer) return answer;
    throw new WechatError(NO_ANSWER, 'P', 'the answer is no picture');
  }

  async urlLink({ path, query, ...rest }: AppLink): Promise<string> {
    const body = { path, query, ...this.expiry(rest), env_version: this.version(rest) };
    return textOf(await this.authorized.call({ method: 'POST', path: '/wxa/generate_urllink', body }), 'url_link');
  }

  async scheme({ path, query, ...rest }: AppLink): Promise<string> {
    const body = { jump_wxa: { path, query, env_version: this.version(rest) }, ...this.expiry(rest) };
    return textOf(await this.authorized.call({ method: 'POST', path: '/wxa/generatescheme', body }), 'openlink');
  }

  private expiry({ days = LINK_DAYS_MAX }: Pick<AppLink, 'days'>) {
    if (!(days >= 1 && days <= LINK_DAYS_MAX)) throw new RangeError(`a link lives 1 to ${LINK_DAYS_MAX} days`);
    return { expire_type: EXPIRES_AFTER_DAYS, expire_interval: days };
  }

  private version({ envVersion }: Pick<AppLink, 'envVersion'>): EnvVersion {
    return envVersion ?? this.wechat.envVersion;
  }
}
