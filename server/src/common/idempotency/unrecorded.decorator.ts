import { SetMetadata } from '@nestjs/common';

export const UNRECORDED = 'consult:unrecorded';

/** A write whose answer must not be stored, because it holds a secret or is the same each time. */
export const Unrecorded = () => SetMetadata(UNRECORDED, true);
