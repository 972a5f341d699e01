import { TEMPLATE_FACTS, TEMPLATE_KEYS, type TemplateFact, type TemplateKey, templateFieldType } from '@consult/shared';
import { ConfigError } from './config-error.js';

/** A template of the mini-program's account, and which of its fields takes which fact. */
export interface ConfiguredTemplate {
  readonly id: string;
  readonly fields: Readonly<Record<string, TemplateFact>>;
}
export type MessageTemplates = Readonly<Partial<Record<TemplateKey, ConfiguredTemplate>>>;

/** Ids of the stand-in for WeChat have the length of WeChat's own. */
const standin = (name: string) => `standin-${name}-`.padEnd(43, '0');

/** The templates that the stand-in for WeChat has. */
const STANDIN_TEMPLATES: MessageTemplates = {
  progress: { id: standin('topic'), fields: { thing1: 'item', phrase2: 'status', time3: 'time', thing4: 'note' } },
  todo: { id: standin('todo'), fields: { thing1: 'item', thing2: 'task', time3: 'due', thing4: 'note' } },
  meeting: { id: standin('session'), fields: { thing1: 'item', time2: 'time', thing3: 'place', thing4: 'note' } },
  evaluate: { id: standin('rating'), fields: { thing1: 'item', time2: 'due', thing3: 'note' } },
};

const TEMPLATE_ID = /^[\w-]{8,64}$/;

/**
 * Reads WX_TEMPLATES: JSON of our name of a template → its id and which field takes which fact.
 * @throws ConfigError where it is not JSON or names a template, field or fact that does not exist
 */
export function readTemplates(env: Readonly<Record<string, string | undefined>>): MessageTemplates {
  if (!env.WX_TEMPLATES) return env.WX_MODE === 'standin' ? STANDIN_TEMPLATES : {};
  const given = parse(env.WX_TEMPLATES);
  for (const [key, template] of Object.entries(given)) check(key, template);
  return given as MessageTemplates;
}

function parse(text: string): Record<string, unknown> {
  try {
    const given: unknown = JSON.parse(text);
    if (typeof given === 'object' && given !== null && !Array.isArray(given)) return given as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw new ConfigError('WX_TEMPLATES must be a JSON object');
}

function check(key: string, template: unknown): void {
  const known = TEMPLATE_KEYS.find((one) => one === key);
  if (known === undefined) throw new ConfigError(`WX_TEMPLATES: ${key} is none of ${TEMPLATE_KEYS.join(', ')}`);
  const { id, fields } = (template ?? {}) as { id?: unknown; fields?: unknown };
  if (typeof id !== 'string' || !TEMPLATE_ID.test(id)) throw new ConfigError(`WX_TEMPLATES: ${key} needs an id`);
  const entries = Object.entries((fields ?? {}) as Record<string, unknown>);
  if (entries.length === 0) throw new ConfigError(`WX_TEMPLATES: ${key} needs fields`);
  const facts: readonly string[] = TEMPLATE_FACTS[known];
  for (const [field, fact] of entries) {
    if (templateFieldType(field) === undefined) throw new ConfigError(`WX_TEMPLATES: ${key} has no field ${field}`);
    if (!facts.includes(String(fact))) {
      throw new ConfigError(`WX_TEMPLATES: ${key}.${field} must be one of ${facts.join(', ')}`);
    }
  }
}
