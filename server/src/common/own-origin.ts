import type { FastifyRequest } from 'fastify';
import type { Config } from '../config/config.js';

/** Where the product is to be found, for addresses that are kept or passed on: as it was asked only where nothing is set. */
export function ownOrigin({ publicUrl }: Config, { protocol, host }: FastifyRequest): string {
  return publicUrl ?? `${protocol}://${host}`;
}
