import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

const DESCRIPTION = `Writes take an \`Idempotency-Key\` (8 to 64 printable characters): a retry with the same key is
answered with the first answer. Errors are \`{code, message, details?, requestId}\`. Lists page by \`after\` and
\`limit\` (at most 50). Moments are milliseconds since 1970.`;

/** Describes the API from the code: pages at /api/docs, the document at /api/docs-json. */
export function serveDocs(app: NestFastifyApplication): void {
  const options = new DocumentBuilder()
    .setTitle('有事好商量')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .addBearerAuth()
    .build();
  SwaggerModule.setup('api/docs', app, () => SwaggerModule.createDocument(app, options), {
    jsonDocumentUrl: 'api/docs-json',
  });
}
