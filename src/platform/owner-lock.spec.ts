import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AlreadyOwned, OwnerLock } from './owner-lock';
import { isAlive, startOf } from './process-identity';

describe('the lock of a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'oasis-lock-'));
  const file = join(folder, 'owner');
  afterEach(() => rmSync(file, { force: true }));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is taken, given back, and taken again, and leaves nothing beside it', () => {
    OwnerLock.take(file).release();
    OwnerLock.take(file).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is refused while another process that lives holds it', async () => {
    const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    const pid = other.pid ?? 0;
    writeFileSync(file, JSON.stringify({ pid, start: startOf(pid) }));
    expect(() => OwnerLock.take(file)).toThrow(AlreadyOwned);
    expect(() => OwnerLock.take(file)).toThrow(String(pid));
    other.kill('SIGKILL');
    await new Promise((resolve) => other.once('close', resolve));
    OwnerLock.take(file).release();
  });

  it('of a dead process, or of one whose number went to another, does not count', () => {
    writeFileSync(file, JSON.stringify({ pid: process.pid, start: 'some other time' }));
    OwnerLock.take(file).release();
    writeFileSync(file, JSON.stringify({ pid: 2 ** 30, start: 'long ago' }));
    OwnerLock.take(file).release();
  });

  it('that nobody can read does not count', () => {
    writeFileSync(file, '{"pid":');
    OwnerLock.take(file).release();
  });

  it('is not given back by somebody who lost it', () => {
    const lock = OwnerLock.take(file);
    writeFileSync(file, 'somebody else');
    lock.release();
    expect(readFileSync(file, 'utf8')).toBe('somebody else');
  });
});

describe('the identity of a process', () => {
  it('is its number together with its start', async () => {
    const later = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    expect(startOf(later.pid ?? 0)).toBeDefined();
    expect(startOf(later.pid ?? 0)).not.toBe(startOf(process.pid));
    later.kill('SIGKILL');
    await new Promise((resolve) => later.once('close', resolve));
    expect(startOf(later.pid ?? 0)).toBeUndefined();
    expect(startOf(process.pid)).toBe(startOf(process.pid));
    expect(startOf(2 ** 30)).toBeUndefined();
    expect(isAlive(process.pid)).toBe(true);
    expect(isAlive(2 ** 30)).toBe(false);
  });
});
