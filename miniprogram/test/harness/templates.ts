import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What base.wxml says about one kind of node: its tag, where its attributes are in the data, which events it binds. */
export interface Template {
  tag: string;
  /** Attribute name, as in WXML, to the key in the node's data. */
  attributes: ReadonlyMap<string, string>;
  events: ReadonlySet<string>;
}

const TEMPLATE = /<template name="tmpl_\d+_(\w+?)(?:_focus|_blur)?">\s*<(?!template)([\w-]+)([^>]*)>/g;
const ATTRIBUTE = /([\w:-]+)="\{\{([^"]*)\}\}"/g;
const EVENT = /(?:bind|catch)([\w]+)="eh"/g;

/** Reads Taro's generated templates, by the short name (`nn`) that nodes carry. */
export function readTemplates(distDir: string): ReadonlyMap<string, Template> {
  const wxml = readFileSync(path.join(distDir, 'base.wxml'), 'utf8');
  const templates = new Map<string, Template>();
  for (const [, name = '', tag = '', head = ''] of wxml.matchAll(TEMPLATE)) {
    const attributes = new Map<string, string>();
    for (const [, attribute = '', expression = ''] of head.matchAll(ATTRIBUTE)) {
      const [, key] = /\bi\.(\w+)/.exec(expression) ?? [];
      if (key) attributes.set(attribute, key);
    }
    const events = new Set([...head.matchAll(EVENT)].map(([, event = '']) => event));
    templates.set(name, { tag, attributes, events });
  }
  return templates;
}
