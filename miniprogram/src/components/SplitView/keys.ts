const LIST = '.split-view__list';
const ROW = '.list-row';

/** The list on the page that is shown; Taro keeps the pages behind it in the document. */
function shownList(): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>(LIST)].find((list) => list.offsetParent !== null);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

function moveFocus(list: HTMLElement, by: 1 | -1): void {
  const rows = [...list.querySelectorAll<HTMLElement>(ROW)];
  const here = rows.findIndex((row) => row === document.activeElement || row.contains(document.activeElement));
  const opened = rows.findIndex((row) => row.classList.contains('list-row--selected'));
  const from = here >= 0 ? here : opened;
  const to = from < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, from + by));
  rows[to]?.focus();
}

/**
 * The keys of a SplitView. Enter needs nothing here: the focused row is pressed by services/keyboard.
 * @param close what Esc does
 */
export function handleSplitKey(event: KeyboardEvent, close: () => void): void {
  const list = shownList();
  if (!list || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const typing = isTyping(event.target);
  if (event.key === 'Escape') {
    if (typing) (event.target as HTMLElement).blur();
    else close();
    return;
  }
  if (typing && !(event.key === 'ArrowDown' && list.contains(event.target as Node))) return;
  if (event.key === 'ArrowDown') moveFocus(list, 1);
  else if (event.key === 'ArrowUp') moveFocus(list, -1);
  else return;
  event.preventDefault();
}
