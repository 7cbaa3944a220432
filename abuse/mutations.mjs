// What is done to a good request to make a bad one of it. Each mutation says whether what comes out can still be allowed.

const words = {
  huge: 'x'.repeat(20_000),
  unicode: '\u202Eevil\u0000\uD800 \u{1F468}\u200D\u{1F469} ﷽ Z͑ͫ̓a̴l͡g͝o',
  deep: undefined,
};

/** Values of other types than a value has. */
const others = ['text', 7, -1.5, true, null, [], {}, [['x']], { $ne: null }, 1e308, ''];

/**
 * One bad form of a body, or undefined when it has no place for this sort of harm.
 * @returns `{ name, raw }` with the text to send; `headers` where they differ; `hurts` when no document allows it
 */
export function hurtBody(body, schema, random) {
  const makers = [
    () => withoutMember(body, schema, random),
    () =>
      replaced(body, random, 'retyped', (value) => random.of(others.filter((other) => typeof other !== typeof value))),
    () => replaced(body, random, 'null', () => null),
    () => replaced(body, random, 'huge', () => words.huge),
    () => replaced(body, random, 'unicode', () => words.unicode),
    () => replaced(body, random, 'boundary', (value) => atTheEdge(value, random)),
    () => ({ name: 'added', raw: JSON.stringify({ ...body, [`x${random.whole(0, 999)}`]: 1 }), hurts: true }),
    () => twice(body, random),
    () => ({
      name: 'another type',
      raw: JSON.stringify(body),
      headers: { 'content-type': random.of(types) },
      hurts: true,
    }),
    () => ({ name: 'broken', raw: JSON.stringify(body).slice(0, -1), hurts: true }),
    () => ({ name: 'no object', raw: JSON.stringify(random.of([[], 'text', 7, null, [body]])), hurts: true }),
  ];
  return random.of(makers)() ?? makers[6]();
}

const types = [
  'text/plain',
  'application/xml',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/jsonx',
];

function withoutMember(body, { required = [] }, random) {
  const names = required.filter((name) => name in body);
  if (names.length === 0) return undefined;
  const { [random.of(names)]: _, ...rest } = body;
  return { name: 'dropped', raw: JSON.stringify(rest), hurts: true };
}

/** Changes one member, however deep it lies. Whether that is allowed is for the document to say. */
function replaced(body, random, name, change) {
  const places = placesIn(body);
  if (places.length === 0) return undefined;
  const [path, value] = random.of(places);
  const copy = structuredClone(body);
  let at = copy;
  for (const step of path.slice(0, -1)) at = at[step];
  at[path.at(-1)] = change(value);
  return { name, raw: JSON.stringify(copy), value: copy };
}

/** Every member of a value with the way to it. */
export function placesIn(value, path = []) {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [
    [[...path, name], member],
    ...placesIn(member, [...path, name]),
  ]);
}

function atTheEdge(value, random) {
  if (typeof value === 'number') return random.of([0, -1, 2 ** 31, 2 ** 53, -(2 ** 53), 1e21, 0.1]);
  if (typeof value === 'string')
    return random.of(['', ' ', '0000-00-00', '9999-12-31', '2027-02-30', '24:00', '-1', 'x'.repeat(65_535)]);
  return random.of([0, '', [], Array(200).fill(value)]);
}

/** The same member twice: whichever counts, the answer must not break. */
function twice(body, random) {
  const names = Object.keys(body);
  if (names.length === 0) return undefined;
  const name = random.of(names);
  const text = JSON.stringify(body);
  return {
    name: 'duplicate key',
    raw: `{${JSON.stringify(name)}:${JSON.stringify(random.of(others))},${text.slice(1)}`,
  };
}

/** Texts that no id, code or token of ours looks like. */
export const strangeIds = [
  'x',
  '0',
  '-1',
  'null',
  'undefined',
  '%00',
  '..%2f..%2fetc%2fpasswd',
  "1'%20or%20'1'='1",
  '00000000-0000-0000-0000-00000000000g',
  '%F0%9F%92%A9',
  'a'.repeat(290),
  '{id}',
  '%25s%25n',
  'constructor',
  '__proto__',
];

/** Bad forms of one parameter of a query. `hurts` when no document allows it. */
export function hurtQuery(parameters, good, random) {
  const { name, schema } = random.of(parameters);
  const others = good.filter(([key]) => key !== name);
  const written = (pairs) =>
    pairs.map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`).join('&');
  const closed = schema.enum || ['uuid', 'date', 'date-time'].includes(schema.format) || schema.type !== 'string';
  return random.of([
    () => ({ name: 'unknown parameter', query: written([...good, ['unheard', 'of']]), hurts: true }),
    () => ({
      name: 'strange value',
      query: written([
        ...others,
        [name, random.of(['', 'x y', '-1', 'NaN', '1e9', "'", words.unicode.replace(/[\uD800-\uDFFF]/g, '')])],
      ]),
      hurts: Boolean(closed),
    }),
    () => ({ name: 'huge value', query: written([...others, [name, 'x'.repeat(5_000)]]), hurts: true }),
    () => ({ name: 'twice', query: written([...others, [name, 'x'], [name, 'y']]), hurts: true }),
    () => ({ name: 'as an object', query: `${written(others)}&${name}[a]=1&${name}[]=2`, hurts: true }),
    () => ({ name: 'broken escape', query: `${written(others)}&${name}=%E0%A4%A`, hurts: false }),
  ])();
}

/** Headers that the house reads, with what it should not believe. */
export const strangeHeaders = [
  { 'if-match': '"x"' },
  { 'if-match': 'W/"99999999999"' },
  { 'idempotency-key': 'x'.repeat(300) },
  { 'idempotency-key': 'with a space' },
  { accept: 'text/html;q=x, */*' },
  { 'accept-language': '*'.repeat(2000) },
  { 'x-request-id': 'a\tb' },
  { 'x-forwarded-for': '1.2.3.4, ::1, <script>' },
  { 'x-http-method-override': 'DELETE' },
  { 'content-encoding': 'gzip' },
  { authorization: 'Basic eDp5' },
];
