import { containerTransport } from './container-transport';
import { fetchTransport } from './fetch-transport';
import { httpsTransport } from './https-transport';
import type { Transport } from './transport';

export type { Answer, Method } from './transport';

/** Chosen when the app is built, see config/index.ts; the others are left out of it. */
export const transport: Transport =
  process.env.TARO_ENV === 'h5' ? fetchTransport : CLOUDRUN ? containerTransport(CLOUDRUN) : httpsTransport;
