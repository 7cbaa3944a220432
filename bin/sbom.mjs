// `npm run sbom [-- file]`: the bill of materials of what production installs (CycloneDX), by npm from the lock file. The
// same lock file makes the same text: what npm draws by lot or reads from the clock is taken from the content instead.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const file = process.argv[2] ?? join(root, 'sbom.json');

const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
const asked = [...npm.slice(1), 'sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only'];
const { status, stdout, stderr } = spawnSync(npm[0], asked, {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
});
if (status !== 0) {
  console.error(`npm could not list the packages.\n${stderr}`);
  process.exit(1);
}

const bill = JSON.parse(stdout);
const { name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
bill.metadata.component.name = name;
delete bill.metadata.timestamp;
delete bill.metadata.tools;
delete bill.serialNumber;
const hash = createHash('sha256').update(JSON.stringify(bill)).digest('hex');
bill.serialNumber = `urn:uuid:${hash.replace(/^(.{8})(.{4}).(.{3})..(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5')}`;

const unknown = bill.components.filter(({ licenses = [] }) => licenses.length === 0).map((one) => one['bom-ref']);
writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
console.log(`${bill.components.length} components, ${unknown.length} without a licence, in ${file}`);
for (const one of unknown) console.error(`no licence said: ${one}`);
process.exit(unknown.length === 0 ? 0 : 1);
