import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config/config.js';

/** Outside WeChat's cloud, removes the headers that only it may set, before anything can read them. */
export function dropForgedWxHeaders(app: NestFastifyApplication, { wechat }: Config): void {
  if (wechat?.mode === 'cloudrun') return;
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, _reply, done) => {
      for (const name of Object.keys(request.headers)) if (name.startsWith('x-wx-')) delete request.headers[name];
      done();
    });
}
