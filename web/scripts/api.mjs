/**
 * Keeps the typed client in step with the server.
 *
 *   npm run -w web api            writes openapi.json from the server and makes src/shared/api/schema.d.ts from it
 *   npm run -w web api -- --kept  makes the types from the kept openapi.json, without a server
 *   npm run -w web check:api      fails when the types are not those of the kept document
 *
 * The server is OASIS_SERVER, by default http://localhost:3000. That the kept document is what the server says is
 * proved by test/e2e/openapi.spec.ts, which has a server at hand.
 */
import { readFile, writeFile } from 'node:fs/promises';
import openapiTypescript, { astToString } from 'openapi-typescript';

const kept = new URL('../openapi.json', import.meta.url);
const types = new URL('../src/shared/api/schema.d.ts', import.meta.url);
const address = `${process.env.OASIS_SERVER ?? 'http://localhost:3000'}/api/openapi.json`;

async function fromServer() {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return `${JSON.stringify(await response.json(), null, 2)}\n`;
}

async function typesOf(document) {
  return `/* Made from openapi.json by scripts/api.mjs; do not edit. */\n${astToString(await openapiTypescript(document))}`;
}

const mode = process.argv[2];
if (mode === '--check') {
  const made = await readFile(types, 'utf8').catch(() => '');
  if (made !== (await typesOf(await readFile(kept, 'utf8')))) {
    console.error('The types of the API are not those of web/openapi.json. Run: npm run -w web api -- --kept');
    process.exitCode = 1;
  }
} else {
  const document = mode === '--kept' ? await readFile(kept, 'utf8') : await fromServer();
  await writeFile(kept, document);
  await writeFile(types, await typesOf(document));
}
