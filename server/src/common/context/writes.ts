import * as routes from '@nestjs/common';
import { INTERCEPTORS_METADATA } from '@nestjs/common/constants.js';
import { WriteInterceptor } from './write.interceptor.js';

/*
 * The routes that write. They stand in for Nest's of the same names, which the linter refuses elsewhere: no write is
 * without its transaction and its idempotency key.
 */

export const Post = (path?: string): MethodDecorator => writing(routes.Post(path));
export const Put = (path?: string): MethodDecorator => writing(routes.Put(path));
export const Delete = (path?: string): MethodDecorator => writing(routes.Delete(path));

function writing(route: MethodDecorator): MethodDecorator {
  return (target, name, descriptor) => {
    route(target, name, descriptor);
    const handler = descriptor.value as object;
    // Before what other decorators add, which runs inside the transaction.
    const others: unknown[] = Reflect.getMetadata(INTERCEPTORS_METADATA, handler) ?? [];
    Reflect.defineMetadata(INTERCEPTORS_METADATA, [WriteInterceptor, ...others], handler);
  };
}
