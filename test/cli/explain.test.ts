// `mqtt-doctor explain` and `mqtt-doctor codes`, from argv to what is printed.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { main } from '../../src/cli/main.ts';
import { explanations } from '../../src/knowledge/catalogue.ts';
import { assemble } from '../../src/report/assemble.ts';
import type { Report } from '../../src/report.ts';
import { evidenceOf, facts, failedAt, healthy, target, tool, trial } from '../render/fixtures.ts';
import { captured, run } from './captured.ts';

const dir = mkdtempSync(join(tmpdir(), 'explain-'));
after(() => rmSync(dir, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
}

const closedInHello = failedAt('tls', 'closed', { ...facts.tls, serverNameSent: null, bytesIn: 0 });
const withoutName = {
  ...target,
  tls: target.tls && { ...target.tls, serverName: null, serverNameFrom: 'none' as const },
};
const nameSent = {
  label: 'server name (SNI) target.host',
  setting: 'server name (SNI)',
  from: null,
  to: target.host,
};
const evidence = evidenceOf({
  target: withoutName,
  outcomes: closedInHello,
  trials: [trial('sni-sent', nameSent, healthy, true)],
});

/** Reports without a finding: what they mean is for today's rules to say. */
const reports = {
  healthy: assemble(evidenceOf(), [], tool),
  nameless: assemble(evidence, [], tool),
};

function saved(name: keyof typeof reports): string {
  return JSON.stringify(reports[name] satisfies Report, null, 2);
}

test('every code has a page of at most 80 columns, with what others print and what to do', async () => {
  for (const { code, summary } of explanations) {
    const { exitCode, stdout, stderr } = await run(['explain', code]);
    assert.equal(exitCode, 0);
    assert.equal(stderr, '');
    const [title, line] = stdout.split('\n');
    assert.equal(title?.slice(2), summary);
    assert.ok(line?.includes(code));
    assert.match(
      stdout,
      /\n {2}What it means\n[\s\S]*\n {2}Usual causes\n[\s\S]*\n {2}What to do\n/,
    );
    for (const one of stdout.split('\n')) assert.ok(one.length <= 80 || /^ +\$ /.test(one), one);
  }
});

test('a code as JSON has all that its page has', async () => {
  const { stdout } = await run(['explain', 'tls/sni-required', '--format', 'json']);
  const { printed, ...explanation } = JSON.parse(stdout);
  assert.deepEqual(
    explanation,
    explanations.find(({ code }) => code === 'tls/sni-required'),
  );
  assert.ok(printed.length > 3);
});

test('the name of a code is enough where it is one of a kind', async () => {
  const { stdout } = await run(['explain', 'SNI-Required']);
  assert.ok(stdout.includes('tls/sni-required'));
  const { exitCode, stderr } = await run(['explain', 'timeout']);
  assert.equal(exitCode, 2);
  assert.match(stderr, /dns\/timeout, tcp\/timeout/);
});

const refused: readonly (readonly [argv: readonly string[], word: string])[] = [
  [['explain'], 'missing'],
  [['explain', ' '], 'nothing'],
  [['explain', 'tls/sni-requird'], 'tls/sni-required'],
  [['explain', 'tls/'], 'codes'],
  [['explain', 'tls'], 'codes'],
  [['explain', 'unkown-ca'], 'tls/unknown-ca'],
  [['explain', 'no-such-report.json'], 'file'],
  [['explain', './no/such/thing'], 'file'],
  [['explain', dir], 'directory'],
  [['explain', '-0x2700'], 'explain -- '],
  [['explain', 'tls/expired', '--frmat', 'json'], '--format'],
  [['explain', 'tls/expired', '--output', dir], 'directory'],
  [['codes', '--frmat'], '--format'],
  [['codes', '--xyz'], 'codes --help'],
];

for (const [argv, word] of refused) {
  test(`mqtt-doctor ${argv.join(' ')}: exit 2`, async () => {
    const { exitCode, stdout, stderr } = await run(argv);
    assert.equal(exitCode, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /^mqtt-doctor: .+\n {2}hint: .+\n$/);
    assert.ok(stderr.includes(word), stderr);
  });
}

test('a saved report is judged again, and exits with its code', async () => {
  const path = file('report.json', saved('nameless'));
  const { exitCode, stdout } = await run(['explain', path]);
  assert.equal(exitCode, 13);
  assert.match(stdout, /tls\/sni-required · proven/);
  assert.match(stdout, /More: mqtt-doctor explain tls\/sni-required/);
  const json = JSON.parse((await run(['explain', path, '--format', 'json'])).stdout);
  assert.equal(json.verdict.cause, 'tls/sni-required');
  assert.equal(json.tool.runtime, 'test');
});

test('of several reports all are shown, and the first trouble is the exit code', async () => {
  const path = file('all.json', `[${saved('healthy')},${saved('nameless')}]`);
  const { exitCode, stdout } = await run(['explain', path]);
  assert.equal(exitCode, 13);
  assert.match(stdout, /Healthy[\s\S]*tls\/sni-required/);
});

test('a report may come through a pipe, or in the UTF-16 that PowerShell makes of it', async () => {
  const piped = await run(['explain', '-'], { stdin: saved('nameless') });
  assert.equal(piped.exitCode, 13);
  const utf16 = Buffer.from(`\ufeff${saved('nameless')}`, 'utf16le');
  assert.equal((await run(['explain', file('utf16.json', utf16)])).exitCode, 13);
});

const unusable: readonly (readonly [what: string, content: string | Uint8Array, word: string])[] = [
  ['a report that was cut', saved('healthy').slice(0, 900), 'not whole'],
  ['a report of a later schema', saved('healthy').replace('"schema": 1', '"schema": 2'), 'schema'],
  ['a report without its trials', saved('healthy').replace('"trials"', '"x"'), 'missing'],
  ['no report at all', '{"name":"x"}', 'no report'],
  ['reports with something else between', `[${saved('healthy')}, 5]`, 'object'],
  ['a huge file', new Uint8Array(33 * 1024 * 1024), '32 MiB'],
];

for (const [what, content, word] of unusable) {
  test(`${what}: exit 2`, async () => {
    const { exitCode, stdout, stderr } = await run(['explain', file('unusable', content)]);
    assert.equal(exitCode, 2);
    assert.equal(stdout, '');
    assert.ok(stderr.includes(word), stderr);
  });
}

test('a pasted error gives the findings that fit, what tells them apart, and a check to run', async () => {
  const { exitCode, stdout } = await run(['explain', 'failed, rc=-2 try again in 5 seconds']);
  assert.equal(exitCode, 0);
  assert.match(stdout, /^\? "failed, rc=-2 try again in 5 seconds"\n {2}PubSubClient/);
  assert.match(stdout, /tcp\/refused +Nothing accepts connections on the port\n {2}tcp\/timeout/);
  assert.match(stdout, /What tells them apart/);
  assert.match(stdout, /\$ mqtt-doctor check HOST/);
  assert.match(stdout, /More: mqtt-doctor explain tcp\/refused\n$/);
});

test('words that nobody quoted are one text', async () => {
  const { stdout } = await run(['explain', 'Connection', 'Refused:', 'not', 'authorised.']);
  assert.match(stdout, /connect\/not-authorized/);
});

test('a number that looks like an option goes behind two dashes', async () => {
  const { stdout } = await run(['explain', '--', '-0x7280']);
  assert.match(stdout, /tls\/closed-in-handshake/);
  assert.match((await run(['explain', '-2'])).stdout, /PubSubClient/);
});

test('a log may be a file or come through a pipe', async () => {
  const log = 'info: start\nError: connect ECONNREFUSED 127.0.0.1:1883\n';
  for (const argv of [
    ['explain', '-'],
    ['explain', file('client.log', log)],
  ]) {
    const { exitCode, stdout } = await run(argv, { stdin: log });
    assert.equal(exitCode, 0);
    assert.match(stdout, /^\? "Error: connect ECONNREFUSED 127\.0\.0\.1:1883"/);
  }
  const json = JSON.stringify({ level: 'error', msg: 'connack timeout' });
  assert.equal((await run(['explain', '-'], { stdin: json })).exitCode, 0);
});

test('where nothing is known it says so and exits with 1', async () => {
  for (const [operand, stdin] of [
    ['it does not work', ''],
    ['-', 'all is well\n'],
    ['-', ''],
  ] as const) {
    const { exitCode, stdout, stderr } = await run(['explain', operand], { stdin });
    assert.equal(exitCode, 1);
    assert.equal(stderr, '');
    assert.match(stdout, /Nothing here is an error message that mqtt-doctor knows/);
  }
});

test('what was recognised can be had as JSON', async () => {
  const { stdout } = await run(['explain', 'rc=5', '--format', 'json']);
  const { found, codes, otherwise } = JSON.parse(stdout);
  assert.equal(found[0].line, 'rc=5');
  assert.equal(codes[0].code, 'connect/not-authorized');
  assert.ok(Array.isArray(otherwise));
});

test('a pasted text brings no control character to the terminal, and no password', async () => {
  const text = 'connack timeout \x1b[2J\x1b]0;x\x07 \u202e mqtts://bob:hUnTeR2@h';
  const { stdout } = await run(['explain', text]);
  assert.doesNotMatch(stdout.replaceAll('\n', ''), /[\p{Cc}\p{Cf}]/u);
  assert.doesNotMatch(stdout, /hUnTeR2/);
});

test('the result can go into a file', async () => {
  const path = join(dir, 'out.txt');
  const { exitCode, stdout } = await run(['explain', 'tls/expired', '-o', path]);
  assert.equal(exitCode, 0);
  assert.equal(stdout, '');
  const { stdout: page } = await run(['explain', 'tls/expired']);
  const { readFileSync } = await import('node:fs');
  assert.equal(readFileSync(path, 'utf8'), page);
});

test('Ctrl-C ends a pipe that nobody closes', async () => {
  const { io, interrupt, stdout } = captured();
  const endless = {
    ...io,
    stdin: { [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => {}) }) },
  };
  const done = main(['explain', '-'], endless);
  // The command has begun once it listens.
  setImmediate(() => setImmediate(interrupt));
  assert.equal(await done, 130);
  assert.equal(stdout(), '');
});

test('codes lists every code once, in lines of at most 80 columns', async () => {
  const { exitCode, stdout } = await run(['codes']);
  assert.equal(exitCode, 0);
  for (const line of stdout.split('\n')) assert.ok(line.length <= 80, line);
  const listed = stdout.split('\n').flatMap((line) => /^[✖!·] (\S+\/\S+)/.exec(line)?.[1] ?? []);
  assert.deepEqual(
    listed,
    explanations.map(({ code }) => code),
  );
  const json = JSON.parse((await run(['codes', '--format', 'json'])).stdout);
  assert.deepEqual(
    json,
    explanations.map(({ code, severity, summary }) => ({ code, severity, summary })),
  );
});
