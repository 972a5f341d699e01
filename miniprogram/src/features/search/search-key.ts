import { openPage } from '@/services/navigation';
import { SEARCH_PAGE } from './search.pages';

/** What is drawn; Taro keeps the pages behind it in the document. */
function shown(selector: string, within: ParentNode = document): HTMLElement | undefined {
  return [...within.querySelectorAll<HTMLElement>(selector)].find((part) => part.getClientRects().length > 0);
}

/** In a browser, lets the / key lead to a search from anywhere: into the page's own field, else to the page of it. */
export function listenForSearchKey(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target instanceof HTMLElement && event.target.matches('input, textarea, select')) return;
    const sheet = shown('[role="dialog"]');
    const field = shown('.search-field input', sheet);
    if (field) field.focus();
    // Whoever is in the middle of something stays there.
    else if (!sheet) void openPage(SEARCH_PAGE);
    event.preventDefault();
  });
}
