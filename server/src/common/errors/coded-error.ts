import { ERRORS, type ErrorCode, type ErrorDetails, errorMessage } from '@consult/shared';

/** A refusal that the user is told about; it changes nothing. */
export class CodedError extends Error {
  readonly status: number;

  constructor(
    readonly code: ErrorCode,
    readonly details?: ErrorDetails,
  ) {
    super(errorMessage(code, details));
    this.status = ERRORS[code].status;
  }
}

/** Unknown and forbidden answer alike. */
export function notFound(): CodedError {
  return new CodedError('ITEM.NOT_FOUND');
}
