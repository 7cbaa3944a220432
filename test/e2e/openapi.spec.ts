import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Entry, ENTRY } from '../../src/access/access.decorators';
import { Oasis, startOasis } from '../support/oasis';
import { handlers } from '../../abuse/router.mjs';

interface Content {
  content?: Record<string, { schema?: { $ref?: string; type?: string } }>;
}

interface Operation {
  operationId?: string;
  summary?: string;
  tags?: string[];
  security?: Record<string, string[]>[];
  parameters?: { in: string; name: string; schema?: unknown }[];
  requestBody?: Content;
  responses: Record<string, Content>;
}

interface Document {
  openapi: string;
  info: { title: string; version: string };
  security?: Record<string, string[]>[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { required?: string[]; properties?: object }>; securitySchemes?: object };
}

/** Names of all classes that stand beside decorators of the document, one for each place in which a class is made. */
function classesDescribed(): string[] {
  const root = join(__dirname, '..', '..', 'src');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(dto|view|controller)\.ts$/.test(file))
    .flatMap((file) => [...readFileSync(join(root, file), 'utf8').matchAll(/^(?:export )?class (\w+)/gm)])
    .flatMap(([, name = '']) => (name.endsWith('Controller') ? [] : [name]));
}

const methods = ['get', 'post', 'put', 'patch', 'delete'];

describe('the OpenAPI document', () => {
  let oasis: Oasis;
  let document: Document;
  let operations: { route: string; operation: Operation; entry: Entry | undefined }[];

  beforeAll(async () => {
    oasis = await startOasis();
    document = (await oasis.http.get('/api/openapi.json').expect(200)).body as Document;
    const entries = new Map(handlers(oasis.app, ENTRY).map(({ method, path, entry }) => [`${method} ${path}`, entry]));
    operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item)
        .filter(([method]) => methods.includes(method))
        .map(([method, operation]) => {
          const route = `${method.toUpperCase()} ${path}`;
          const plain = route.replaceAll(/\{(\w+)\}/g, ':$1');
          return { route, operation, entry: entries.get(plain) ?? entries.get(plain.replace('/api/v1', '')) };
        }),
    );
  });

  afterAll(() => oasis?.stop());

  /** The routes of which something does not hold. */
  function routesWithout(holds: (operation: Operation, entry: Entry | undefined) => boolean): string[] {
    return operations.filter(({ operation, entry }) => !holds(operation, entry)).map(({ route }) => route);
  }

  it('is valid by the rules of OpenAPI itself', async () => {
    const config = await createConfig({
      rules: {
        struct: 'error',
        'no-unresolved-refs': 'error',
        'operation-operationId-unique': 'error',
        'path-parameters-defined': 'error',
        'path-declaration-must-exist': 'error',
        'no-identical-paths': 'error',
        'no-ambiguous-paths': 'off',
        'security-defined': 'off',
      },
    });
    const problems = await lintFromString({ source: JSON.stringify(document), config });

    expect(problems.map(({ ruleId, message, location }) => `${ruleId} at ${location[0]?.pointer}: ${message}`)).toEqual(
      [],
    );
  });

  it('gives every shape a name of its own: of two classes of one name, one would be described in place of the other', () => {
    const names = classesDescribed();
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
  });

  it('is found invalid when it is', async () => {
    const config = await createConfig({ rules: { struct: 'error' } });
    const broken = { ...document, paths: { '/bookings': { get: { responses: [] } } } };

    expect(await lintFromString({ source: JSON.stringify(broken), config })).not.toEqual([]);
  });

  it('says of every operation what it does, under one heading', () => {
    expect(operations.length).toBeGreaterThan(30);
    expect(routesWithout(({ summary }) => Boolean(summary))).toEqual([]);
    expect(routesWithout(({ tags }) => tags?.length === 1)).toEqual([]);
  });

  it('describes the problem that every operation may answer with', () => {
    const problem = '#/components/schemas/Problem';

    expect(Object.keys(document.components.schemas['Problem']?.properties ?? {})).toEqual(
      expect.arrayContaining(['type', 'title', 'status', 'detail', 'instance', 'code', 'requestId']),
    );
    expect(
      routesWithout(({ responses }) =>
        Object.entries(responses).some(
          ([status, { content }]) =>
            /^(default|[45]..)$/.test(status) && content?.['application/problem+json']?.schema?.$ref === problem,
        ),
      ),
    ).toEqual([]);
  });

  it('describes a success of every operation, with its shape unless there is no body', () => {
    const successes = (responses: Operation['responses']) =>
      Object.entries(responses).filter(([status]) => /^[23]/.test(status));

    expect(routesWithout(({ responses }) => successes(responses).length > 0)).toEqual([]);
    expect(
      routesWithout(({ responses }) =>
        successes(responses).every(([status, { content }]) =>
          ['202', '204', '302', '303', '304'].includes(status)
            ? true
            : Object.values(content ?? {}).some((c) => c.schema),
        ),
      ),
    ).toEqual([]);
  });

  it('describes objects as JSON, and texts and files as what they are', () => {
    const isOther = ([type, { schema }]: [string, { schema?: { type?: string } }]): boolean =>
      (type === 'application/json') === (schema?.type === 'string');
    const mixed = operations.flatMap(({ route, operation }) =>
      Object.entries(operation.responses)
        .filter(([status]) => /^2/.test(status))
        .flatMap(([, { content = {} }]) => Object.entries(content).filter(isOther))
        .map(([type]) => `${route} ${type}`),
    );
    // A file of the board is what its name says; one of them may be JSON.
    expect(mixed.filter((one) => !one.includes('/queue-board/static/'))).toEqual([]);
    const file = document.paths['/api/v1/queue-board/static/{first}/{second}']?.['get']?.responses['200']?.content;
    expect(Object.keys(file ?? {})).toEqual(expect.arrayContaining(['text/javascript', 'text/css', 'image/png']));
  });

  it('asks for a token where the route does, and nowhere else', () => {
    expect(Object.keys(document.components.securitySchemes ?? {})).not.toEqual([]);
    // An operation that says nothing takes what the document says for all of them. A cookie is not a token.
    const asks = ({ security = document.security ?? [] }: Operation) => security.some((way) => 'bearer' in way);

    expect(routesWithout((operation, entry) => asks(operation) === (entry !== 'public'))).toEqual([]);
  });

  it('offers an idempotency key wherever something is created', () => {
    const offers = ({ parameters }: Operation) =>
      parameters?.some((parameter) => parameter.in === 'header' && /^idempotency-key$/i.test(parameter.name));

    expect(
      operations
        .filter(({ operation, entry }) => '201' in operation.responses && entry !== 'public' && !offers(operation))
        .map(({ route }) => route),
    ).toEqual([]);
  });

  it('offers no choice of answers of which two can be meant at once', () => {
    // `oneOf` is exactly one: a view that has all members of the preview is both.
    const choices = operations.flatMap(({ route, operation }) =>
      Object.values(operation.responses).flatMap(({ content }) =>
        JSON.stringify(content ?? {}).includes('"oneOf"') ? [route] : [],
      ),
    );

    expect(choices).toEqual([]);
  });

  it('names no member of a request or an answer after what must stay inside', () => {
    const members = Object.values(document.components.schemas).flatMap(({ properties }) =>
      Object.keys(properties ?? {}),
    );

    expect(members.length).toBeGreaterThan(100);
    expect(members.filter((name) => /(password|token|secret|key)_?hash|^(secret|salt)$/i.test(name))).toEqual([]);
  });
});
