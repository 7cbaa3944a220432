import pg from 'pg';

/** Runs once after all specs, passed or failed. */
export default async function stop(): Promise<void> {
  if (globalThis.oasisTestServer) {
    await globalThis.oasisTestServer.stop();
    return;
  }
  const server = process.env['OASIS_TEST_SERVER'];
  const template = process.env['OASIS_TEST_TEMPLATE'];
  if (!server || !template) return;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`drop database if exists ${template} with (force)`);
  await client.end();
}
