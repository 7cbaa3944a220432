// How long a process takes until it can be sent requests, and how much memory it keeps.
import { setTimeout as pause } from 'node:timers/promises';
import { clientsOf } from '../client.mjs';
import { memoryOf } from '../consumption.mjs';
import { median } from '../drive.mjs';

const clientCount = 8;

/** From the start of the process to `GET /health/ready`, memory at rest, and after so many requests of all sorts. */
export async function start(stand, house, { rounds, requests, rest }, figures) {
  figures.title = 'start and memory of one API process';
  const ready = [];
  let api;
  for (let round = 0; round < rounds; round++) {
    await api?.stop();
    const from = performance.now();
    api = await stand.start('main', house);
    while (!(await isReady(api.address))) await pause(5);
    ready.push(performance.now() - from);
  }
  figures.note('from the start to ready, median ms', median(ready));
  await pause(rest * 1000);
  figures.atMost('memory at rest, MiB', memoryOf(api.pid), 130);

  const tokens = await stand.tokensOf(house, house.members.slice(0, clientCount));
  const clients = clientsOf([api.address], clientCount);
  const { siteId, busyDate, halfHour } = house;
  const [from, to] = halfHour.map(encodeURIComponent);
  const paths = [
    '/me',
    `/sites/${siteId}`,
    `/sites/${siteId}/day?date=${busyDate}`,
    `/sites/${siteId}/availability?start=${from}&end=${to}`,
    '/bookings?limit=20',
  ];
  let asked = 0;
  const failed = [];
  await Promise.all(
    clients.map(async (client, n) => {
      while (asked < requests) {
        const path = paths[asked++ % paths.length];
        const { status } = await client.ask('GET', path, { token: tokens[n] });
        if (status !== 200) failed.push({ path, status });
      }
    }),
  );
  clients.close();
  figures.exactly(`failed of ${requests} requests`, failed.length, 0, failed);
  figures.note(`memory after ${requests} requests, MiB`, memoryOf(api.pid));
  await pause(rest * 1000);
  figures.note('memory at rest afterwards, MiB', memoryOf(api.pid));
  await api.stop();
}

async function isReady(address) {
  const response = await fetch(`${address}/health/ready`).catch(() => undefined);
  await response?.arrayBuffer();
  return response?.status === 200;
}
