// S11: addresses that lead the house to its own doors.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import net from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Figures } from '../../chaos/figures.mjs';

const here = dirname(fileURLToPath(import.meta.url));
/** An address of the public network, which stands for a server of this machine; nobody is asked there. */
const somewhere = '93.184.216.34';
const inside = '127.0.0.1';
/** A name that leads outside, and for which the server of this machine has a certificate. */
const name = 'push.example.com';

/** Ways of writing the house itself, its neighbours, and what no network has. */
const hosts = (
  '127.0.0.1 127.1 2130706433 0177.0.0.1 0x7f.0.0.1 0x7f000001 0 0.0.0.0 127.0.0.1. １２７.0.0.1 [::1] [::] ' +
  '[::ffff:127.0.0.1] [::ffff:7f00:1] [64:ff9b::7f00:1] [2002:7f00:1::] [fe80::1] [fd00::1] 10.0.0.1 172.16.0.1 ' +
  '192.168.0.1 169.254.169.254 100.64.0.1 198.18.0.1 224.0.0.1 255.255.255.255 localhost localhost. LOCALHOST ' +
  'foo.localhost printer.local db.internal intranet inside.example inside6.example metadata.example mapped.example ' +
  'both.example'
).split(' ');

/** What names lead to, look by look. The last one leads outside when it is looked at first, and inside from then on. */
const names = {
  [name]: [[somewhere]],
  'inside.example': [[inside]],
  'inside6.example': [['::1']],
  'metadata.example': [['169.254.169.254']],
  'mapped.example': [['::ffff:127.0.0.1']],
  'both.example': [[somewhere, inside]],
  'other.example.com': [[somewhere], [inside]],
};

/** Every address to try: `door` is the port inside, `port` the one of the world. */
const addresses = (door, port) => [
  ...hosts.map((host) => `https://${host}:${door}/`),
  `http://${name}/`,
  `http://${inside}:${door}/`,
  'file:///etc/passwd',
  'gopher://127.0.0.1/',
  'ftp://127.0.0.1/',
  `https://user:word@${inside}:${door}/`,
  `https://${name}@${inside}:${door}/`,
  `https://${inside}:${door}#@${name}/`,
  `https:\\\\${inside}:${door}\\`,
  // Redirects: straight inside, after three steps, to another scheme, by a name, and round in circles.
  ...[
    `/to?https://${inside}:${door}/`,
    `/to?/to?/to?https://${inside}:${door}/`,
    `/to?http://${inside}:${door}/`,
    '/to?https://inside.example/',
    '/to?file:///etc/passwd',
    '/round',
  ].map((path) => `https://${name}:${port}${path}`),
  `https://other.example.com:${port}/to?https://other.example.com:${door}/`,
];

const pushHosts = [
  '127.0.0.1',
  '[::1]',
  'localhost',
  'inside.example',
  'metadata.example',
  'both.example',
  'mapped.example',
];

export async function ssrf(target) {
  const figures = new Figures('ssrf', 'S11 addresses that lead the house to its own doors');
  const world = await theWorld();
  let knocks = 0;
  const canary = net.createServer((socket) => socket.destroy()).on('connection', () => knocks++);
  await new Promise((resolve) => canary.listen(0, inside, resolve));
  await target.house('world', { places: { [somewhere]: { host: inside, port: world.port } }, names });

  const calendar = '/api/v1/coaches/me/outside-calendar';
  const read = async (url) => {
    const put = await target.as('coach', 'PUT', calendar, { body: { url } });
    if (put.status >= 400) return 'refused at once';
    await target.house('happens', ['calendars']);
    return (await target.as('coach', 'GET', calendar)).json.failure ?? 'read';
  };
  const urls = addresses(canary.address().port, world.port);
  const answers = {};
  const taken = [];
  for (const url of urls) {
    const answer = await read(url);
    answers[answer] = (answers[answer] ?? 0) + 1;
    if (answer === 'read') taken.push(url);
  }
  const pushed = [];
  for (const host of pushHosts) {
    const parcel = {
      endpoint: `https://${host}/x`,
      authorization: 'x',
      body: 'x',
      ttl: 1,
      urgency: 'normal',
      topic: 'x',
    };
    const { kind } = await target.house('happens', ['push', parcel]);
    if (kind === 'taken') pushed.push(host);
  }
  const own = [target.postgres.port, target.sink.port];
  const connections = (await target.house('connections')).filter(({ port }) => !own.includes(port));
  figures.exactly(
    'a calendar of the world outside, which may be had',
    await read(`https://${name}:${world.port}/calendar.ics`),
    'read',
  );
  figures.note('addresses', urls.length + pushHosts.length);
  figures.note('what became of them', JSON.stringify(answers));
  figures.none('addresses inside that were read', taken);
  figures.none('messages that were pushed inside', pushed);
  figures.none(
    'connections to where only the house is',
    connections.filter(({ address }) => address !== somewhere),
  );
  figures.exactly('knocks at the door inside', knocks, 0);
  await target.as('coach', 'DELETE', calendar);
  await target.house('world', { names: {}, places: {} });
  world.close();
  canary.close();
  return figures;
}

/** A server of the world outside that sends people on as it is told. */
async function theWorld() {
  const read = (file) => readFileSync(join(here, '..', file));
  const server = createServer({ key: read('world.key'), cert: read('world.crt') }, (request, response) => {
    const [path, ...rest] = request.url.split('?');
    if (path === '/calendar.ics')
      return response.end('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n');
    response.writeHead(302, { location: path === '/round' ? '/round' : rest.join('?') }).end();
  });
  await new Promise((resolve) => server.listen(0, inside, resolve));
  return { port: server.address().port, close: () => (server.closeAllConnections(), server.close()) };
}
