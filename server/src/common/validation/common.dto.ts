import { type MoveReason, REASON_LIMITS } from '@consult/shared';
import { IdField, TextField } from './fields.js';

/** The id in a route's path. */
export class IdParamDto {
  @IdField() id: string;
}

/** A move that may say why. */
export class OptionalReasonDto implements MoveReason {
  @TextField({ max: REASON_LIMITS.max, optional: true }) reason?: string;
}

/** A move that must say why. */
export class ReasonDto {
  @TextField({ min: REASON_LIMITS.min, max: REASON_LIMITS.max }) reason: string;
}
