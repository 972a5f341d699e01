import {
  fitTemplateValue,
  messagePage,
  SUBSCRIBE_MOMENTS,
  type SubscribeMoment,
  type SubscribeTemplate,
  TEMPLATE_KEYS,
  type TemplateKey,
  templateFieldType,
} from '@consult/shared';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import type { ConfiguredTemplate } from '../config/templates.config.js';
import { type MessageTemplate, type SubscribeMessage, WechatApi } from '../wechat/wechat-api.js';
import type { MessageEntity } from './message.entity.js';

/** The templates that subscription messages are made from, as configured. */
@Injectable()
export class MessageTemplates implements OnApplicationBootstrap {
  private readonly logger = new Logger('messages');
  /** What enum fields of each template may hold, as the account lists them. */
  private choices: ReadonlyMap<string, MessageTemplate['choices']> = new Map();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly wechat: WechatApi,
  ) {}

  onApplicationBootstrap(): void {
    if (this.wechat.isOn && Object.keys(this.config.templates).length > 0) void this.check();
  }

  /** What a client may ask for, and when. */
  list(): SubscribeTemplate[] {
    if (!this.wechat.isOn) return [];
    const moments = Object.entries(SUBSCRIBE_MOMENTS) as [SubscribeMoment, readonly TemplateKey[]][];
    return TEMPLATE_KEYS.flatMap((key) => {
      const id = this.of(key)?.id;
      const asked = moments.filter(([, keys]) => keys.includes(key)).map(([moment]) => moment);
      return id === undefined ? [] : [{ key, id, moments: asked }];
    });
  }

  of(key: TemplateKey): ConfiguredTemplate | undefined {
    return this.config.templates[key];
  }

  isKnown(templateId: string): boolean {
    return TEMPLATE_KEYS.some((key) => this.of(key)?.id === templateId);
  }

  /** The message as WeChat takes it. @throws UnfitValue where a fact cannot be made to fit its field */
  fill(message: MessageEntity, openid: string, { id, fields }: ConfiguredTemplate): SubscribeMessage {
    const choices = this.choices.get(id) ?? [];
    const item = message.kind && message.itemId ? { kind: message.kind, id: message.itemId } : null;
    const data = Object.entries(fields).map(([field, fact]) => {
      const type = templateFieldType(field);
      if (type === undefined) throw new Error(`${field} is no field of a template`);
      const values = choices.find((one) => one.field === field)?.values;
      return [field, fitTemplateValue(type, message.facts?.[fact] ?? '', values)];
    });
    return { openid, templateId: id, page: messagePage(item), data: Object.fromEntries(data) };
  }

  /** Compares with what the account has; says what is wrong and goes on: all is told in the product anyway. */
  private async check(): Promise<void> {
    try {
      const account = new Map((await this.wechat.templates()).map((template) => [template.id, template]));
      this.choices = new Map([...account].map(([id, { choices }]) => [id, choices]));
      const kinds = new Set<MessageTemplate['kind']>();
      for (const key of TEMPLATE_KEYS) {
        const configured = this.of(key);
        if (configured === undefined) continue;
        const found = account.get(configured.id);
        if (found === undefined) {
          this.logger.warn(`WX_TEMPLATES: the account has no template ${configured.id} (${key})`);
        } else {
          kinds.add(found.kind);
          this.compare(key, configured, found);
        }
      }
      // WeChat asks for several at once only where all are of one kind.
      if (kinds.size > 1) this.logger.warn('WX_TEMPLATES: one-off and long-term templates must not be mixed');
    } catch (error) {
      this.logger.warn(`the templates could not be checked: ${(error as Error).message}`);
    }
  }

  private compare(key: TemplateKey, { fields }: ConfiguredTemplate, { content }: MessageTemplate): void {
    const has = new Set([...content.matchAll(/\{\{(\w+)\.DATA\}\}/g)].map(([, field]) => field));
    for (const field of Object.keys(fields)) {
      if (!has.delete(field)) this.logger.warn(`WX_TEMPLATES: ${key} has no field ${field}`);
    }
    for (const field of has) this.logger.warn(`WX_TEMPLATES: nothing is said to go into ${key}.${field}`);
  }
}
