// `mqtt-doctor check` on loopback: what goes to stdout, stderr and files, and with which
// exit code. What it says about brokers is tested elsewhere.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { main } from '../../src/cli/main.ts';
import { captured, run } from './captured.ts';

const folder = mkdtempSync(join(tmpdir(), 'mqtt-doctor-'));
const quick = ['--no-trials', '--timeout', '2000'];
let silent: Server;
let hangingUp: Server;

before(async () => {
  silent = createServer((socket) => socket.on('error', () => {}).resume());
  hangingUp = createServer((socket) => socket.on('error', () => {}).end());
  for (const server of [silent, hangingUp]) {
    await once(server.listen(0, '127.0.0.1'), 'listening');
  }
});

after(() => {
  silent.close();
  hangingUp.close();
  rmSync(folder, { recursive: true });
});

function urlOf(server: Server): string {
  // Listening on TCP, so it is no path.
  return `mqtt://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('one target is one JSON object on stdout, and nothing else', async () => {
  const { exitCode, stdout } = await run(['check', urlOf(hangingUp), '-f', 'json', ...quick]);
  const report = JSON.parse(stdout);
  assert.equal(report.target.url, urlOf(hangingUp));
  assert.equal(report.tool.version, '0.0.0');
  assert.equal(exitCode, report.verdict.exitCode);
  assert.notEqual(exitCode, 0);
  assert.ok(stdout.endsWith('\n'));
});

test('several targets are an array in the order asked for', async () => {
  const urls = [1, 2, 3, 4, 5, 6].map(
    (n) => `${urlOf(hangingUp).replace('127.0.0.1', `127.0.0.${n}`)}`,
  );
  const { stdout } = await run(['check', ...urls, '-f', 'json', ...quick]);
  assert.deepEqual(
    JSON.parse(stdout).map((report: { target: { url: string } }) => report.target.url),
    urls,
  );
});

test('Ctrl-C ends the wait, and what is known is still written', async () => {
  const { io, stdout, stderrSays, interrupt } = captured();
  const ending = main(['check', urlOf(silent), '-f', 'json', '--no-trials'], io);
  await stderrSays('connect: waiting');
  interrupt();
  assert.equal(await ending, 130);
  const report = JSON.parse(stdout());
  assert.equal(report.verdict.exitCode, 130);
  const ids = report.checks.filter(({ status }: { status: string }) => status === 'ok');
  assert.ok(ids.some(({ id }: { id: string }) => id === 'tcp'));
});

test('--quiet keeps stderr empty, however long it takes', async () => {
  const argv = ['check', urlOf(silent), '--no-trials', '--timeout', '1200', '--quiet'];
  assert.equal((await run(argv)).stderr, '');
});

test('--output holds the whole report, for its owner alone, and stdout stays empty', async () => {
  const path = join(folder, 'report.json');
  const argv = ['check', urlOf(hangingUp), '-f', 'json', '-o', path, ...quick];
  assert.equal((await run(argv)).stdout, '');
  assert.equal(JSON.parse(readFileSync(path, 'utf8')).schema, 1);
  if (process.platform !== 'win32') assert.equal(statSync(path).mode & 0o777, 0o600);
  assert.deepEqual(readdirSync(folder), ['report.json']);
});

test('--output follows a link and leaves it in place', async () => {
  const real = join(folder, 'report.json');
  const link = join(folder, 'link.json');
  symlinkSync(real, link);
  await run(['check', urlOf(hangingUp), '-f', 'json', '-o', link, ...quick]);
  assert.ok(readdirSync(folder, { withFileTypes: true }).some((entry) => entry.isSymbolicLink()));
  assert.equal(JSON.parse(readFileSync(real, 'utf8')).schema, 1);
});

for (const format of ['text', 'json']) {
  test(`no credential of any source is in the ${format} output`, async () => {
    const secret = 'cAnArY"%\n';
    const encoded = encodeURIComponent(secret);
    const url = urlOf(hangingUp);
    const argvs = [
      [url, '-u', `u${secret}`, '-P', secret],
      [url.replace('//', `//u${encoded}:${encoded}@`)],
      [url, '--password-stdin'],
      [url],
    ];
    for (const argv of argvs) {
      const { stdout, stderr } = await run(
        ['check', ...argv, '-f', format, '--verbose', ...quick],
        { stdin: secret, env: argv.length === 1 ? { MQTT_DOCTOR_PASSWORD: secret } : {} },
      );
      assert.ok(!/canary/i.test(stdout + stderr), argv.join(' '));
    }
  });
}
