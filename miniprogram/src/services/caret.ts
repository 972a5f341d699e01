/**
 * Keeps the caret where it is in a browser while the text of the field around it changes, as when others write in it. Call
 * it before the text changes. WeChat's own fields keep theirs.
 */
export function keepCaret(): void {
  if (process.env.TARO_ENV !== 'h5') return;
  const field = document.activeElement;
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return;
  const { value: before, selectionStart } = field;
  if (selectionStart === null) return;
  // After React has drawn, and the field's own component after it.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (document.activeElement !== field || field.value === before) return;
      const at = caretAfter(before, selectionStart, field.value);
      field.setSelectionRange(at, at);
    }),
  );
}

/** Where the caret belongs in a text that was changed before or behind it. */
export function caretAfter(before: string, at: number, after: string): number {
  if (after.startsWith(before.slice(0, at))) return at;
  const behind = before.slice(at);
  return after.endsWith(behind) ? after.length - behind.length : Math.min(at, after.length);
}
