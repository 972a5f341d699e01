import { Refusal } from './refusal.mjs';

const PAGE = /^[\w-]+(\/[\w-]+)+$/;

/** @throws Refusal when the page could not be one, or is not in the released version */
export function requirePage(state, page, errcode = 41030) {
  if (!PAGE.test(page)) throw new Refusal(errcode);
  if (state.pages !== null && !state.pages.includes(page)) throw new Refusal(errcode);
}
