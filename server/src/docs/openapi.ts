import { OPEN_KEY_HEADER } from '@consult/shared';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { OPEN_KEY_SECURITY, openRecordSchemas } from '../open-data/open-answers.js';

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
    .addApiKey(
      {
        type: 'apiKey',
        in: 'header',
        name: OPEN_KEY_HEADER,
        description: 'Raises the limits of open data; not needed.',
      },
      OPEN_KEY_SECURITY,
    )
    .build();
  const describe = () => {
    const document = SwaggerModule.createDocument(app, options);
    const schemas = { ...document.components?.schemas, ...openRecordSchemas() };
    return { ...document, components: { ...document.components, schemas } };
  };
  SwaggerModule.setup('api/docs', app, describe, { jsonDocumentUrl: 'api/docs-json' });
}
