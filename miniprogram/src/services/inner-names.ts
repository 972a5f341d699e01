const NAMED = 'taro-input-core[aria-label], taro-textarea-core[aria-label]';

/**
 * In a browser what is typed into lies inside an element of Taro's that keeps the name to itself: hands each name on
 * to the field, where screen readers look for it, and the keyboard where a field asks for it.
 */
export function nameInnerFields(): void {
  const handOn = () => {
    for (const outer of document.querySelectorAll(NAMED)) {
      const field = outer.querySelector<HTMLElement>('input, textarea');
      if (!field) continue;
      field.setAttribute('aria-label', outer.getAttribute('aria-label') ?? '');
      outer.removeAttribute('aria-label');
      // The browser heeds it only in the first page of all, and Taro before the field is in the page.
      if (field.autofocus) field.focus();
    }
  };
  new MutationObserver(handOn).observe(document.documentElement, {
    attributeFilter: ['aria-label'],
    childList: true,
    subtree: true,
  });
}
