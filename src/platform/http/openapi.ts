import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

const methods = ['get', 'put', 'post', 'delete', 'patch'] as const;

const text = { type: 'string' } as const;

const problem = {
  type: 'object',
  description: 'Any answer that is not a success (RFC 9457). Programs switch on `code`.',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'requestId'],
  properties: {
    type: { ...text, format: 'uri' },
    title: text,
    status: { type: 'integer' },
    detail: { ...text, description: 'a sentence for a person' },
    instance: { ...text, description: 'the path that was asked' },
    code: { ...text, description: "the law's name" },
    requestId: text,
    errors: {
      type: 'array',
      description: 'what is malformed, and where (JSON pointers)',
      items: { type: 'object', required: ['pointer', 'detail'], properties: { pointer: text, detail: text } },
    },
    refusals: {
      type: 'array',
      description: 'every rule that says no, with the facts it was judged on',
      items: {
        type: 'object',
        required: ['code', 'detail', 'facts'],
        properties: { code: text, detail: text, facts: { type: 'object', additionalProperties: true } },
      },
    },
  },
  additionalProperties: true,
};

/** The OpenAPI document of everything the application answers. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Business Oasis')
    .setDescription('Desks, rooms, coaching and memberships for pre-incubation oases, in one house.')
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'bearer')
    .addCookieAuth(
      'oasis-refresh',
      { type: 'apiKey', in: 'cookie', description: 'over https: `__Host-oasis-refresh`' },
      'refresh',
    )
    .addSecurity('display', { type: 'http', scheme: 'bearer', description: 'the secret of a display beside a door' })
    .addSecurityRequirements('bearer')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  document.components ??= {};
  document.components.schemas = { ...document.components.schemas, Problem: problem as never };
  for (const path of Object.values(document.paths)) {
    for (const method of methods) {
      const operation = path[method];
      if (!operation) continue;
      const responses = operation.responses as Record<string, unknown>;
      // What a controller says about single refusals keeps its words and gets the shape.
      for (const [status, response] of Object.entries(responses)) {
        if (/^[45]/.test(status)) responses[status] = { ...(response as object), ...asProblem };
        else tablesAreText(response as Described);
      }
      responses['default'] ??= { description: 'A problem', ...asProblem };
    }
  }
  return document;
}

interface Described {
  content?: Record<string, { schema?: object }>;
}

/** Where the same is told as JSON or as a table, the shape is that of the JSON: a table is a text. */
function tablesAreText({ content }: Described): void {
  if (content?.['text/csv']) content['text/csv'] = { schema: text };
}

const asProblem = { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };

/** Serves the document at `/api/openapi.json` and pages to read it at `/api/docs`; built when first asked for. */
export function serveApiDescription(app: INestApplication): void {
  let document: OpenAPIObject | undefined;
  SwaggerModule.setup('api/docs', app, () => (document ??= describeApi(app)), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Business Oasis API',
  });
}
