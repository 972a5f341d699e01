const NAMED = 'taro-input-core[aria-label], taro-textarea-core[aria-label]';

/**
 * In a browser what is typed into lies inside an element of Taro's that keeps the name to itself: hands each name on
 * to the field, where screen readers look for it.
 */
export function nameInnerFields(): void {
  const handOn = () => {
    for (const outer of document.querySelectorAll(NAMED)) {
      const field = outer.querySelector('input, textarea');
      if (!field) continue;
      field.setAttribute('aria-label', outer.getAttribute('aria-label') ?? '');
      outer.removeAttribute('aria-label');
    }
  };
  new MutationObserver(handOn).observe(document.documentElement, {
    attributeFilter: ['aria-label'],
    childList: true,
    subtree: true,
  });
}
