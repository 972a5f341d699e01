/** How the items of a list are known again after they were changed, and joined. */
export interface ListMerge<T> {
  /** Equal items have equal keys. */
  key(item: T): string;
  /** By what an item that was changed is known again; left out: an item is never changed, only put in or taken out. */
  text?(item: T): string;
  /** Joins what two people made of one item; two items where it cannot be one. */
  merge?(base: T, mine: T, theirs: T): T[];
}

/** This much of the shorter of two texts has to stand in the other for them to be the same item, changed. */
const ALIKE_MIN = 0.5;

/**
 * Joins what two people made of the same list, item by item: what one of them put in, took out, changed or moved is taken
 * over; an item that one took out and the other changed stays. Theirs come first where both put something in.
 */
export function mergeList<T>(base: readonly T[], mine: readonly T[], theirs: readonly T[], how: ListMerge<T>): T[] {
  const inMine = sourcesOf(base, mine, how);
  const inTheirs = sourcesOf(base, theirs, how);
  const theyMoved = inTheirs
    .filter((source) => source >= 0)
    .some((source, i, all) => i > 0 && source < (all[i - 1] ?? 0));
  // Who moved items says where they stand; where both did, it is who saved first.
  const [spine, spineOf, side, sideOf] = theyMoved
    ? [theirs, inTheirs, mine, inMine]
    : [mine, inMine, theirs, inTheirs];

  const joined = (source: number): T[] => {
    const [was, my, their] = [base[source], mine[inMine.indexOf(source)], theirs[inTheirs.indexOf(source)]];
    if (was === undefined) return [];
    if (my !== undefined && their !== undefined) return mergeItem(was, my, their, how);
    const left = my ?? their;
    return left === undefined || how.key(left) === how.key(was) ? [] : [left];
  };

  const places: Place<T>[] = spine.map((item, i) => {
    const source = spineOf[i] ?? -1;
    const isNew = source < 0;
    return { items: isNew ? [item] : joined(source), side: isNew ? -1 : sideOf.indexOf(source), isNew };
  });
  side.forEach((item, i) => {
    const source = sideOf[i] ?? -1;
    if (source >= 0 && spineOf.includes(source)) return;
    const isNew = source < 0;
    const isTwin = (place: Place<T>) =>
      place.isNew && place.side < 0 && place.items.some((other) => how.key(other) === how.key(item));
    // Both put in the very same.
    const twin = isNew ? places.find(isTwin) : undefined;
    if (twin !== undefined) {
      twin.side = i;
      return;
    }
    const behind = i === 0 ? -1 : places.findIndex((place) => place.side === i - 1);
    places.splice(behind + 1, 0, { items: isNew ? [item] : joined(source), side: i, isNew });
  });
  return places.flatMap((place) => place.items);
}

/** What stands at one place of the joined list. */
interface Place<T> {
  items: T[];
  /** Which item of the other list it is, to put its new neighbours behind it; -1 for none. */
  side: number;
  isNew: boolean;
}

function mergeItem<T>(base: T, mine: T, theirs: T, how: ListMerge<T>): T[] {
  const [was, my, their] = [base, mine, theirs].map(how.key);
  if (my === their || was === their) return [mine];
  if (was === my) return [theirs];
  return how.merge?.(base, mine, theirs) ?? [theirs, mine];
}

/** For each item of `list`, the index of the one in `base` that it was made of; -1 for a new one. */
export function sourcesOf<T>(
  base: readonly T[],
  list: readonly T[],
  how: Pick<ListMerge<T>, 'key' | 'text'>,
): number[] {
  const free = new Map(base.map((item, index) => [index, how.key(item)]));
  const sources = list.map((item) => {
    const key = how.key(item);
    const found = [...free].find(([, other]) => other === key)?.[0] ?? -1;
    free.delete(found);
    return found;
  });
  const text = how.text?.bind(how);
  if (text === undefined) return sources;
  const pairs = sources.flatMap((source, index) =>
    source >= 0 ? [] : [...free.keys()].map((from) => ({ index, from, alike: alike(text, base[from], list[index]) })),
  );
  pairs.sort((a, b) => b.alike - a.alike || Math.abs(a.from - a.index) - Math.abs(b.from - b.index));
  for (const { index, from, alike } of pairs) {
    if (alike < ALIKE_MIN || sources[index] !== -1 || !free.has(from)) continue;
    sources[index] = from;
    free.delete(from);
  }
  return sources;
}

/** How much of the shorter of two texts stands in the other, 0 to 1. */
function alike<T>(text: (item: T) => string, a: T | undefined, b: T | undefined): number {
  if (a === undefined || b === undefined) return 0;
  const [short, long] = [[...text(a)], [...text(b)]].sort((x, y) => x.length - y.length) as [string[], string[]];
  if (short.length === 0) return 0;
  const left = new Map<string, number>();
  for (const char of long) left.set(char, (left.get(char) ?? 0) + 1);
  const found = short.filter((char) => {
    const count = left.get(char) ?? 0;
    left.set(char, count - 1);
    return count > 0;
  });
  return found.length / short.length;
}
