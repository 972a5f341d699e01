import type { FieldError } from '@consult/shared';
import { Injectable, ValidationPipe } from '@nestjs/common';
import { type ValidationError, type ValidatorOptions, validateSync } from 'class-validator';
import { CodedError } from '../errors/coded-error.js';
import { rememberRules } from './remember-rules.js';

rememberRules();

/** Checks every request against its DTO; what is not in the DTO is refused, not ignored. */
@Injectable()
export class RequestValidation extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      stopAtFirstError: true,
      exceptionFactory: (errors) => new CodedError('REQUEST.INVALID', { fields: fieldErrors(errors) }),
    });
  }

  /** No rule of ours asks anybody, so none has to be waited for. */
  protected override validate(object: object, options?: ValidatorOptions): ValidationError[] {
    return validateSync(object, options);
  }
}

function fieldErrors(errors: readonly ValidationError[], path = ''): FieldError[] {
  return errors.flatMap(({ property, constraints, children }) => {
    const field = `${path}${property}`;
    const own = Object.entries(constraints ?? {}).map(([name, message]) => ({
      field,
      message: name === 'whitelistValidation' ? '没有这一项' : message,
    }));
    return [...own, ...fieldErrors(children ?? [], `${field}.`)];
  });
}
