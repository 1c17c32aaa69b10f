// Where secrets and certificates come from, and what happens where they cannot be read.

import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { credentialsFor, readShared } from '../../src/cli/credentials.ts';
import { UsageError } from '../../src/cli/usage-error.ts';
import { captured, type Given } from './captured.ts';

const folder = mkdtempSync(join(tmpdir(), 'mqtt-doctor-'));
after(() => rmSync(folder, { recursive: true }));

let files = 0;
function file(content: string | Uint8Array): string {
  const path = join(folder, `file-${++files}`);
  writeFileSync(path, content);
  return path;
}

const never = new AbortController().signal;

type Named = Parameters<typeof readShared>[0];

async function read(flags: Named, given: Given = {}) {
  const shared = await readShared(flags, captured(given).io, never, 10_000);
  assert.ok(shared);
  return shared;
}

const contents: readonly (readonly [content: string, password: string, why: string])[] = [
  ['pw', 'pw', 'as it is'],
  ['pw\n', 'pw', 'without the line break that editors add'],
  ['pw\r\n', 'pw', 'without the line break that editors add on Windows'],
  ['pw\n\n', 'pw\n', 'with all but the last line break'],
  [' pw \t', ' pw \t', 'with its spaces'],
  ['\ufeffpw', '\ufeffpw', 'with its byte order mark'],
  ['p\0w', 'p\0w', 'with its NUL'],
  ['pä€😀', 'pä€😀', 'as UTF-8'],
];

for (const [content, password, why] of contents) {
  test(`a password ${JSON.stringify(content)} is read ${why}, from a file and from stdin`, async () => {
    const fromFile = await read({ passwordFile: file(content) });
    assert.equal(fromFile.password?.reveal(), password);
    const fromStdin = await read({ passwordStdin: true }, { stdin: content });
    assert.equal(fromStdin.password?.reveal(), password);
  });
}

const unusable: readonly (readonly [what: string, content: string | Uint8Array])[] = [
  ['nothing', ''],
  ['a lone line break', '\n'],
  ['UTF-16', Buffer.from('\ufeffpw', 'utf16le')],
  ['more than MQTT can carry', 'x'.repeat(65_536)],
  ['more than 1 MiB', 'x'.repeat(1024 * 1024 + 1)],
];

for (const [what, content] of unusable) {
  test(`a password file that holds ${what} is refused`, async () => {
    await assert.rejects(read({ passwordFile: file(content) }), UsageError);
  });
}

test('a passphrase file is read like a password file', async () => {
  const { keyPassphrase } = await read({ keyPassphraseFile: file('open sesame\n') });
  assert.equal(keyPassphrase?.reveal(), 'open sesame');
});

test('a terminal is no place to read a password from', async () => {
  const { io } = captured();
  const terminal = { ...io, stdin: Object.assign(io.stdin, { isTTY: true }) };
  await assert.rejects(readShared({ passwordStdin: true }, terminal, never, 10_000), UsageError);
});

test('a certificate that cannot be read is data for the rules', async () => {
  const missing = join(folder, 'no-such-file');
  const { ca, clientCertificate, clientKey } = await read({
    ca: [file('A'), missing],
    cert: folder,
    key: file(''),
  });
  assert.deepEqual(
    ca.map(({ problem, bytes }) => [problem, bytes && Buffer.from(bytes).toString()]),
    [
      [null, 'A'],
      ['ENOENT', null],
    ],
  );
  assert.equal(ca[1]?.label, missing);
  assert.deepEqual(clientCertificate, { label: folder, bytes: null, problem: 'EISDIR' });
  assert.equal(clientKey?.problem, null);
  assert.equal(clientKey?.bytes?.byteLength, 0);
});

test('a certificate file of more than 1 MiB is refused', async () => {
  await assert.rejects(read({ ca: [file(Buffer.alloc(1024 * 1024 + 1))] }), UsageError);
  assert.equal((await read({ ca: [file(Buffer.alloc(1024 * 1024))] })).ca[0]?.problem, null);
});

const noPipes = process.platform === 'win32' && 'no named pipes here';

test('a pipe without a writer ends with the deadline', { skip: noPipes }, async () => {
  const pipe = join(folder, 'silent-pipe');
  execFileSync('mkfifo', [pipe]);
  await assert.rejects(readShared({ passwordFile: pipe }, captured().io, never, 50), UsageError);
});

test('a pipe is read to its end', { skip: noPipes }, async () => {
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const writer = execFile('sh', ['-c', 'printf "one " > "$0"; printf two >> "$0"', pipe]);
  const { password } = await read({ passwordFile: pipe });
  writer.kill();
  assert.match(password?.reveal() ?? '', /^one /);
});

test('an interrupt while a pipe is read ends the reading', { skip: noPipes }, async () => {
  const pipe = join(folder, 'interrupted-pipe');
  execFileSync('mkfifo', [pipe]);
  const run = new AbortController();
  const reading = readShared({ ca: [pipe] }, captured().io, run.signal, 10_000);
  run.abort(new Error('interrupted'));
  assert.equal(await reading, null);
});

test('what is read once serves every target, and the URL of one stays its own', async () => {
  const shared = await read({ ca: [file('A')] });
  const credentials = credentialsFor(
    { username: 'alice', passwordFrom: 'url', password: 'pw' },
    shared,
  );
  assert.equal(credentials.username?.reveal(), 'alice');
  assert.equal(credentials.password?.reveal(), 'pw');
  assert.equal(credentials.ca.length, 1);
  assert.ok(!JSON.stringify(credentials).includes('alice'));
});
