import { SetMetadata } from '@nestjs/common';

export const OWN_TRANSACTION = 'consult:own-transaction';

/**
 * A write whose service opens its transaction itself: because it first asks somebody outside, which must not
 * hold a transaction open, or because what it counts has to outlive its refusal. `ctx.db` is the reader; nothing
 * is recorded for a retry, so the service must bear being called again.
 */
export const OwnTransaction = () => SetMetadata(OWN_TRANSACTION, true);
