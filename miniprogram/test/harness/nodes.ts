import type { Template } from './templates';

/** A node as Taro hands it to setData. */
export interface RawNode {
  sid?: string;
  nn?: string;
  v?: string;
  cl?: string;
  cn?: RawNode[];
  [key: string]: unknown;
}

/** A node of a page, as a person or a screen reader meets it. */
export interface WeappNode {
  sid: string;
  tag: string;
  className: string;
  /** By their WXML names: aria-label, placeholder, value, src. */
  attributes: Readonly<Record<string, unknown>>;
  events: ReadonlySet<string>;
  /** Its own text, of a text node. */
  text: string;
  children: readonly WeappNode[];
  parent: WeappNode | null;
}

const NO_EVENTS: ReadonlySet<string> = new Set();

/** Builds the tree of nodes from what setData has put together. */
export function buildNode(
  raw: RawNode,
  templates: ReadonlyMap<string, Template>,
  parent: WeappNode | null = null,
): WeappNode {
  const template = raw.nn === undefined ? undefined : templates.get(raw.nn);
  const attributes: Record<string, unknown> = {};
  for (const [name, key] of template?.attributes ?? []) if (raw[key] !== undefined) attributes[name] = raw[key];
  const children: WeappNode[] = [];
  const node: WeappNode = {
    sid: raw.sid ?? '',
    tag: template?.tag ?? raw.nn ?? '',
    className: raw.cl ?? '',
    attributes,
    events: template?.events ?? NO_EVENTS,
    text: raw.v ?? '',
    children,
    parent,
  };
  for (const child of raw.cn ?? []) children.push(buildNode(child, templates, node));
  return node;
}

/** The node and all below it, from the top down. */
export function* walk(node: WeappNode): Generator<WeappNode> {
  yield node;
  for (const child of node.children) yield* walk(child);
}

/** All the text in a node, as it is read. */
export function textOf(node: WeappNode): string {
  return [...walk(node)].map(({ text }) => text).join('');
}

const STEP = /\[(\d+)\]|([^.[\]]+)/g;

/** Puts a value at one of setData's paths, such as `root.cn.[0].v`. */
export function setAtPath(data: Record<string, unknown>, at: string, value: unknown): void {
  const steps = [...at.matchAll(STEP)].map(([, index, name]) => (index === undefined ? (name ?? '') : Number(index)));
  const last = steps.pop();
  if (last === undefined) throw new Error(`setData with a path that cannot be read: "${at}"`);
  let here = data as Record<string | number, unknown>;
  steps.forEach((step, index) => {
    const next = steps[index + 1] ?? last;
    here[step] ??= typeof next === 'number' ? [] : {};
    here = here[step] as Record<string | number, unknown>;
  });
  here[last] = value;
}
