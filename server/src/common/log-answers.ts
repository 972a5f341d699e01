import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** One line for each answer: the route as it is declared, never its parameters, its body or who asked. */
export function logAnswers(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', (request, reply, done) => {
      const { id, method, routeOptions } = request;
      const ms = Math.round(reply.elapsedTime);
      request.log.info({ requestId: id, method, route: routeOptions.url, status: reply.statusCode, ms }, 'answered');
      done();
    });
}
