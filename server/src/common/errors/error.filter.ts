import { type ErrorBody, type ErrorCode, errorMessage } from '@consult/shared';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CodedError } from './coded-error.js';

/** Errors of the framework itself, by status. */
const BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'REQUEST.MALFORMED',
  404: 'ROUTE.NOT_FOUND',
  413: 'REQUEST.TOO_LARGE',
  415: 'REQUEST.MALFORMED',
  429: 'REQUEST.TOO_MANY',
};

/** Answers every error as {code, message, details?, requestId}; what nobody foresaw is logged and says only that. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('errors');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const coded = toCoded(error);
    if (coded === undefined) {
      this.logger.error(`${request.id} ${request.method} ${request.routeOptions?.url ?? ''}`, (error as Error).stack);
    }
    const { status, ...body } = coded ?? { status: 500, code: 'SERVER.FAULT', message: errorMessage('SERVER.FAULT') };
    // The route may already have said that it answers a picture.
    void reply
      .status(status)
      .type('application/json')
      .send({ ...body, requestId: request.id } satisfies ErrorBody);
  }
}

function toCoded(error: unknown): (Omit<ErrorBody, 'requestId'> & { status: number }) | undefined {
  if (error instanceof CodedError) {
    const { status, code, message, details } = error;
    return { status, code, message, ...(details && { details }) };
  }
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number })?.statusCode;
  const code = status === undefined ? undefined : BY_STATUS[status];
  return code && status ? { status, code, message: errorMessage(code) } : undefined;
}
