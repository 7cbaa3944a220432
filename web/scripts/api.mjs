/**
 * Keeps the typed client in step with the server.
 *
 *   npm run -w web api            writes openapi.json from the running server and makes src/shared/api/schema.d.ts of it
 *   npm run -w web api -- --kept  makes the types from the kept openapi.json, without a server
 *   npm run -w web check:api      fails when the types are not those of the kept document, and, when OASIS_SERVER names
 *                                 a server, when the kept document is not what that server says
 *
 * Whether the kept document is the server's own is also checked by test/browser/contract.spec.ts.
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
  const differing = [];
  const document = await readFile(kept, 'utf8');
  if (process.env.OASIS_SERVER && document !== (await fromServer())) differing.push('web/openapi.json');
  if ((await typesOf(document)) !== (await readFile(types, 'utf8'))) differing.push('web/src/shared/api/schema.d.ts');
  if (differing.length > 0) {
    console.error(`Out of step with the server: ${differing.join(', ')}. Run: npm run -w web api`);
    process.exitCode = 1;
  }
} else {
  const document = mode === '--kept' ? await readFile(kept, 'utf8') : await fromServer();
  await writeFile(kept, document);
  await writeFile(types, await typesOf(document));
}
