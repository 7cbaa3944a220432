// Our own OpenAPI document as a measure: what may be asked, and whether an answer is one that it promises.
import { Ajv2019 } from 'ajv/dist/2019.js';

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** Formats that the document uses, as strictly as it means them. */
const formats = {
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  'date-time': (text) =>
    /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d(:\d\d(\.\d+)?)?([Zz]|[+-]\d\d:\d\d)$/.test(text) && isDate(text.slice(0, 10)),
  date: (text) => /^\d{4}-\d\d-\d\d$/.test(text) && isDate(text),
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  uri: (text) => URL.canParse(text),
  password: true,
  binary: true,
};

function isDate(text) {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** The document of a running house, with a judge for every body. */
export class ApiDocument {
  static async read(caller) {
    const { json } = await caller.ask('GET', '/api/openapi.json');
    return new ApiDocument(json);
  }

  constructor(document) {
    this.schemas = document.components.schemas;
    this.operations = Object.entries(document.paths).flatMap(([path, item]) =>
      methods.filter((method) => method in item).map((method) => operation(path, method, item[method])),
    );
    this.judge = new Ajv2019({ strict: false, allErrors: false, formats, logger: false, verbose: true });
    this.judge.addSchema({ $id: 'answers', components: { schemas: mapped(this.schemas, translated) } });
    this.judge.addSchema({ $id: 'requests', components: { schemas: mapped(this.schemas, closed) } });
    this.judges = new Map();
  }

  /** What a reference stands for. */
  resolve(schema) {
    if (!schema.$ref) return schema;
    return this.resolve(this.schemas[schema.$ref.split('/').at(-1)]);
  }

  /** Whether a body or parameter is one that the document allows: no more members than it names. */
  allows(schema, value) {
    return this.compiled('requests', closed(schema))(value);
  }

  /** What is wrong with an answer by the document, or undefined. */
  fault(operation, { status, headers, json, text }) {
    const promised = operation.responses[status] ?? (status >= 400 ? operation.responses.default : undefined);
    if (!promised) return { kind: 'undocumented status', status };
    const type = String(headers['content-type'] ?? '').split(';', 1)[0];
    if (status >= 400 && type !== 'application/problem+json') return { kind: 'not a problem', status, type };
    const content = promised.content?.[type];
    if (!promised.content || text === '') {
      return promised.content &&
        status !== 304 &&
        text === '' &&
        status < 300 &&
        status !== 204 &&
        !/event-stream/.test(type)
        ? { kind: 'no body', status }
        : undefined;
    }
    if (!content) return { kind: 'undocumented type', status, type };
    if (!content.schema || !/json$/.test(type)) return undefined;
    const judge = this.compiled('answers', translated(content.schema));
    if (judge(json)) return undefined;
    const [{ instancePath, message, data }] = judge.errors;
    return { kind: 'another shape', status, at: instancePath, message, data: JSON.stringify(data).slice(0, 200) };
  }

  compiled(base, schema) {
    const key = `${base} ${JSON.stringify(schema)}`;
    let judge = this.judges.get(key);
    if (!judge) {
      const text = JSON.stringify(schema).replaceAll('"#/components', `"${base}#/components`);
      this.judges.set(key, (judge = this.judge.compile(JSON.parse(text))));
    }
    return judge;
  }
}

function operation(path, method, { operationId, parameters = [], requestBody, responses }) {
  const among = (place) => parameters.filter((parameter) => parameter.in === place);
  return {
    id: operationId,
    method: method.toUpperCase(),
    path,
    route: `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
    inPath: among('path'),
    inQuery: among('query'),
    inHeader: among('header'),
    body: requestBody?.content?.['application/json']?.schema,
    responses,
  };
}

const mapped = (object, by) => Object.fromEntries(Object.entries(object).map(([name, value]) => [name, by(value)]));

/** A schema of OpenAPI 3.0 as one of JSON Schema: what may be null there is one of two here. */
function translated(schema) {
  if (Array.isArray(schema)) return schema.map(translated);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { nullable, example: _example, ...rest } = schema;
  const plain = mapped(rest, translated);
  return nullable ? { anyOf: [plain, { type: 'null' }] } : plain;
}

/** The same, with no members but those that are named. */
function closed(schema) {
  const open = (each) => {
    if (Array.isArray(each)) return each.map(open);
    if (typeof each !== 'object' || each === null) return each;
    const inner = mapped(each, open);
    return inner.properties && inner.type === 'object' && inner.additionalProperties === undefined
      ? { ...inner, additionalProperties: false }
      : inner;
  };
  return open(translated(schema));
}
