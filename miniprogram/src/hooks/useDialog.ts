import { type RefObject, useLayoutEffect, useRef } from 'react';

const REACHABLE = 'a[href], button, input, textarea, select, [tabindex="0"]';

/** The dialogs that are open, the one on top last: the keyboard is its alone. */
const opened: object[] = [];

/**
 * In a browser, gives a dialog the keyboard: the focus goes into it, Tab stays within, Esc closes it, and the focus
 * goes back to where it was.
 * @returns for the dialog's own element
 */
export function useDialog(open: boolean, onClose: () => void): RefObject<HTMLElement> {
  const dialog = useRef<HTMLElement>(null);
  const close = useRef(onClose);
  close.current = onClose;

  // Before it is seen: a key pressed at once must not go to what lies behind it.
  useLayoutEffect(() => {
    if (process.env.TARO_ENV !== 'h5' || !open) return;
    const me = {};
    opened.push(me);
    const before = document.activeElement;
    dialog.current?.focus();
    const onKey = (event: KeyboardEvent) => {
      if (opened.at(-1) !== me) return;
      if (event.key === 'Escape') {
        event.stopPropagation();
        close.current();
      }
      if (event.key === 'Tab' && dialog.current) stayWithin(dialog.current, event);
    };
    // Before the SplitView behind it, for which Esc means to close the detail.
    document.addEventListener('keydown', onKey, true);
    return () => {
      document.removeEventListener('keydown', onKey, true);
      opened.splice(opened.indexOf(me), 1);
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [open]);

  return dialog;
}

/** From the last to the first and the other way round, and nowhere while there is nothing yet; all else is the browser's. */
function stayWithin(dialog: HTMLElement, event: KeyboardEvent): void {
  const stops = [...dialog.querySelectorAll<HTMLElement>(REACHABLE)].filter(
    (element) => element.tabIndex >= 0 && element.offsetParent !== null,
  );
  const [first, last] = [stops[0], stops.at(-1)];
  const at = document.activeElement;
  const outside = !dialog.contains(at) || at === dialog;
  const from = event.shiftKey ? first : last;
  const to = event.shiftKey ? last : first;
  if (to && !outside && at !== from) return;
  event.preventDefault();
  to?.focus();
}
