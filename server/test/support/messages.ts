import { randomBytes } from 'node:crypto';
import type { MessageView, Page } from '@consult/shared';
import { newId } from '../../src/common/ids.js';
import { readTemplates } from '../../src/config/templates.config.js';
import { IdentityEntity } from '../../src/people/person.entity.js';
import type { Player } from './cast.js';
import type { TestEnvironment } from './environment.js';

/** The templates that the stand-in for WeChat has. */
export const TEMPLATES = readTemplates({ WX_MODE: 'standin' });
export const templateId = (key: 'progress' | 'todo' | 'meeting' | 'evaluate'): string => TEMPLATES[key]?.id ?? '';

/** What somebody was told, newest first; with `itemId` of that item alone. */
export async function messagesOf(who: Player, itemId?: string): Promise<MessageView[]> {
  const { items } = await who.client.ok(who.client.get<Page<MessageView>>('/messages?limit=50'));
  return itemId === undefined ? items : items.filter(({ item }) => item?.id === itemId);
}

/** Gives somebody a way in through WeChat. @returns their openid */
export async function joinWechat(env: TestEnvironment, personId: string): Promise<string> {
  const openid = `o${randomBytes(21).toString('base64url').slice(0, 27)}`;
  const id = newId(env.clock.now());
  await env.database.write((db) => db.insert(IdentityEntity, { id, provider: 'wechat', subject: openid, personId }));
  return openid;
}
