import { buildNode, type RawNode, setAtPath, textOf, type WeappNode, walk } from './nodes';
import type { Phone } from './phone';
import type { PageConfig } from './runtime';
import type { Template } from './templates';

type Handler = (argument?: unknown) => unknown;

/** One open page: the instance that WeChat would give to its handlers, and what it shows. */
export class OpenPage {
  readonly instance: Record<string, unknown>;
  title: string;

  constructor(
    readonly route: string,
    readonly query: Readonly<Record<string, string>>,
    config: PageConfig,
    title: string,
    private readonly templates: ReadonlyMap<string, Template>,
    private readonly phone: Phone,
  ) {
    this.title = title;
    this.instance = {
      ...config,
      route,
      options: query,
      data: JSON.parse(JSON.stringify(config.data ?? {})) as unknown,
      setData: (change: Record<string, unknown>, done?: () => void) => this.setData(change, done),
    };
  }

  /** Calls one of the page's handlers, such as onShow; nothing where it has none. */
  call(name: string, argument?: unknown): void {
    const handler = this.instance[name];
    if (typeof handler === 'function') (handler as Handler).call(this.instance, argument);
  }

  private setData(change: Record<string, unknown>, done?: () => void): void {
    const data = this.instance.data as Record<string, unknown>;
    for (const [at, value] of Object.entries(change)) {
      // Through JSON, as in WeChat, where the page and its view are two threads.
      setAtPath(data, at, value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
    }
    setTimeout(() => done?.(), 0);
  }

  /** What the page shows now. */
  tree(): WeappNode {
    const { root } = this.instance.data as { root?: RawNode };
    return buildNode(root ?? { cn: [] }, this.templates);
  }

  /** False until the page's first setData has come. */
  get isDrawn(): boolean {
    return this.tree().children.length > 0;
  }

  /** All the text on the page. */
  text(): string {
    return textOf(this.tree());
  }

  /** The deepest nodes that hold the text, from the top of the page down. */
  findText(words: string | RegExp): WeappNode[] {
    const holds = (node: WeappNode) =>
      typeof words === 'string' ? textOf(node).includes(words) : words.test(textOf(node));
    return [...walk(this.tree())].filter((node) => holds(node) && !node.children.some(holds));
  }

  /** The nodes with this aria-label. */
  findLabel(label: string | RegExp): WeappNode[] {
    return [...walk(this.tree())].filter(({ attributes }) => {
      const found = attributes['aria-label'];
      return typeof label === 'string' ? found === label : typeof found === 'string' && label.test(found);
    });
  }

  /** Taps a node: like a finger, on it and on everything it lies in. */
  tap(node: WeappNode): void {
    this.phone.tapping = true;
    try {
      this.fire('tap', node, {});
    } finally {
      this.phone.tapping = false;
    }
  }

  /** Types into a field in place of what is there. */
  input(node: WeappNode, value: string): void {
    this.fire('input', node, { value, cursor: value.length });
    this.fire('blur', node, { value });
  }

  /** An event with its detail, as WeChat's component sends it. */
  fire(type: string, node: WeappNode, detail: Record<string, unknown>): void {
    const of = ({ sid }: WeappNode) => ({ id: sid, dataset: { sid } });
    let bound = false;
    for (let here: WeappNode | null = node; here; here = type === 'tap' ? here.parent : null) {
      if (!here.events.has(type)) continue;
      bound = true;
      this.call('eh', { type, target: of(node), currentTarget: of(here), detail, timeStamp: Date.now(), touches: [] });
    }
    if (!bound) throw new Error(`Nothing answers to ${type} on <${node.tag} class="${node.className}">`);
  }
}
