import { unreachable } from '../api-error';
import type { Transport } from './transport';

async function parsed(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** In a browser, to the page's own origin. */
export const fetchTransport: Transport = async ({ method, path, header, body, timeoutMs }) => {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeoutMs);
  try {
    const response = await fetch(`${API_ORIGIN}${path}`, { method, headers: header, body, signal: abort.signal });
    return { status: response.status, data: await parsed(response) };
  } catch {
    throw unreachable();
  } finally {
    clearTimeout(timer);
  }
};
