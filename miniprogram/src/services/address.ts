import type { Query } from './api';

/**
 * Keeps what is chosen on the page in front in its address, so that a reload or the address sent on shows the same. To be
 * called as it is chosen: later another page may be in front. A mini program has no address.
 */
export function keepInAddress(chosen: Query): void {
  if (process.env.TARO_ENV !== 'h5') return;
  const url = new URL(window.location.href);
  for (const [name, value] of Object.entries(chosen)) {
    if (value === undefined || value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, String(value));
  }
  // The state is the router's own, by which it knows the way back.
  window.history.replaceState(window.history.state, '', url);
}
