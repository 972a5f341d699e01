import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { Config } from '../config/config.js';
import type { MessageTemplate, WechatApi } from '../wechat/wechat-api.js';
import { MessageTemplates } from './message-templates.js';

const template = (id: string, kind: MessageTemplate['kind']): MessageTemplate => ({
  id,
  title: id,
  content: '事项:{{thing1.DATA}}',
  example: '',
  kind,
  choices: [],
});
const CONFIGURED = {
  todo: { id: 'todo', fields: { thing1: 'item' } },
  meeting: { id: 'meeting', fields: { thing1: 'item' } },
} as const;

/** What is warned of at the start, where the account has these templates. */
async function warnings(account: readonly MessageTemplate[]): Promise<string[]> {
  const said: string[] = [];
  const { warn } = Logger.prototype;
  Logger.prototype.warn = (message: string) => void said.push(message);
  try {
    const wechat = { isOn: true, templates: async () => account } as unknown as WechatApi;
    new MessageTemplates({ templates: CONFIGURED } as unknown as Config, wechat).onApplicationBootstrap();
    await sleep(0);
  } finally {
    Logger.prototype.warn = warn;
  }
  return said;
}

describe('the configured templates, at the start', () => {
  it('are right as they are', async () => {
    expect(await warnings([template('todo', 'once'), template('meeting', 'once')])).toEqual([]);
  });

  it('are warned of where the account lacks one, or has it with other fields', async () => {
    const other = { ...template('todo', 'once'), content: '事项:{{thing2.DATA}}' };
    expect(await warnings([other])).toEqual([
      'WX_TEMPLATES: todo has no field thing1',
      'WX_TEMPLATES: nothing is said to go into todo.thing2',
      'WX_TEMPLATES: the account has no template meeting (meeting)',
    ]);
  });

  it('are warned of where both kinds are mixed, which WeChat does not ask for together', async () => {
    expect(await warnings([template('todo', 'once'), template('meeting', 'long_term')])).toEqual([
      'WX_TEMPLATES: one-off and long-term templates must not be mixed',
    ]);
  });
});
