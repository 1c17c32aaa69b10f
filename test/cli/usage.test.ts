// Command lines that cannot be understood: one sentence and a hint on stderr, exit 2,
// nothing on stdout, nothing sent, and nothing of what was typed in the answer.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Variables } from '../../src/cli/io.ts';
import { run } from './captured.ts';

/** Stands wherever a user could have put a password. */
const secret = 'hUnTeR2';

/** What was typed, and a word that the answer must have. */
const refused: readonly (readonly [argv: readonly string[], word: string, env?: Variables])[] = [
  // commands
  [['chekc', 'h'], 'command'],
  [[`mqtt://u:${secret}@h`], 'command'],
  [['-p', '1883', 'check', 'h'], 'before'],
  [['check'], 'target'],
  // flags
  [['check', 'h', `--pasword=${secret}`], '--password?'],
  [['check', 'h', '--pasword', secret], '--password?'],
  [['check', 'h', `--password${secret}`], '--password'],
  [['check', 'h', `-x${secret}`], '-x'],
  [['check', 'h', '--tiemout', '5'], '--timeout?'],
  [['check', 'h', `--insecure=${secret}`], '--insecure'],
  [['check', 'h', '-P'], '--password'],
  [['check', 'h', '-u', '-P', secret], '--username'],
  // numbers
  [['check', 'h', '-p', '0'], '65535'],
  [['check', 'h', '-p', '65536'], '65535'],
  [['check', 'h', '-p', secret], '--password-file'],
  [['check', 'h', '-p', '18 83'], '--port'],
  [['check', 'h', '-q', '3'], '--qos'],
  [['check', 'h', '-q', '-1'], '--qos'],
  [['check', 'h', '-k', '65536'], '--keepalive'],
  [['check', 'h', '-k', '1e3'], '--keepalive'],
  [['check', 'h', '--count', '0'], '--count'],
  [['check', 'h', '--count', '1001'], '--count'],
  [['check', 'h', '--payload-size', '1048577'], '--payload-size'],
  [['check', 'h', '--timeout', '0'], 'milliseconds'],
  [['check', 'h', '--timeout', '5s'], 'milliseconds'],
  [['check', 'h', '--deadline', ''], 'milliseconds'],
  [['check', 'h', '--will-topic', 't', '--will-qos', '9'], '--will-qos'],
  // words
  [['check', 'h', '-V', '6'], '3.1.1'],
  [['check', 'h', '-f', 'xml'], 'json'],
  [['check', 'h', '-f', 'constructor'], 'json'],
  [['check', 'h', '--fail-on', 'info'], 'warning'],
  [['check', 'h', '-l', 'udp'], 'mqtts'],
  [['check', 'h', '-l', 'https'], 'yet'],
  [['check', 'h', '--path', '/mqtt'], 'WebSocket'],
  [['check', 'h', '--header', 'Cookie: a'], 'WebSocket'],
  [['check', 'wss://h', '--header', 'Cookie'], 'colon'],
  [['check', 'wss://h', '--header', 'Upgrade: x'], 'handshake'],
  [['check', 'wss://h/a', '--path', '/b'], 'two different paths'],
  [['check', 'wss://h', '--path', '/b#c'], 'fragment'],
  [['check', 'ws://h', '--insecure'], 'plain'],
  [['check', 'h', '--tls-min', '1.4'], '--tls-min'],
  [['check', 'h', '--alpn', ''], '--alpn'],
  [['check', 'h', '--alpn', 'mqtt,,x'], '--alpn'],
  [['check', 'h', '--alpn', 'a'.repeat(256)], '--alpn'],
  [['check', 'h', '--sni', ''], '--sni'],
  [['check', 'h', '--sni', 'a b'], '--sni'],
  [['check', 'h', '--sni', '192.0.2.1'], '--no-sni'],
  [['check', 'h', '-o', ''], '--output'],
  [['check', 'h', '-o', '/'], 'directory'],
  [['check', 'h', '-o', '/no/such/folder/x'], '--output'],
  [['check', 'h', '-i', 'x'.repeat(65_536)], '65535'],
  [['check', 'h', '-u', ''], 'empty'],
  [['check', 'h', '-P', ''], 'empty'],
  // contradictions
  [['check', 'h', '--sni', 'a', '--no-sni'], 'exclude'],
  [['check', 'h', '--no-sni', '--sni', 'a'], 'exclude'],
  [['check', 'h', '-4', '-6'], 'exclude'],
  [['check', '192.0.2.1', '-6'], 'IPv4'],
  [['check', 'h', '-4', '--connect-to', '[::1]:1883'], 'IPv6'],
  [['check', 'h', '--key', 'k'], '--cert'],
  [['check', 'h', '--cert', 'c'], '--key'],
  [['check', 'h', '--key-passphrase-file', 'f'], '--key'],
  [['check', 'h', '--tls-min', '1.3', '--tls-max', '1.2'], '--tls-max'],
  [['check', 'h:1883', '-p', '1884'], '--port'],
  [['check', 'mqtt://h', '-l', 'mqtts'], '--transport'],
  [['check', 'mqtt://h', '--sni', 'a'], '--sni'],
  [['check', 'mqtt://h', '--no-sni'], '--no-sni'],
  [['check', 'mqtt://h', '--alpn', 'mqtt'], '--alpn'],
  [['check', 'mqtt://h', '--insecure'], '--insecure'],
  [['check', 'h:1883', '--tls-min', '1.2'], '--tls-min'],
  [['check', 'h', '--will-payload', secret], '--will-topic'],
  [['check', 'h', '--will-retain'], '--will-topic'],
  [['check', 'h', '--no-clean'], '--client-id'],
  [['check', 'h', '--connect-to', 'other.example.com'], '--connect-to'],
  [['check', 'h', '--connect-to', '192.0.2.1:'], '--connect-to'],
  [['check', 'h', '--resolver', '[::1]x'], '--resolver'],
  [['check', 'h', '--resolver', 'dns.example.com'], '--resolver'],
  // credentials
  [['check', 'h', '-u', 'a', '-P', secret, '--password-stdin'], 'more than once'],
  [['check', `mqtts://a:${secret}@h`, '-P', secret], 'more than once'],
  [['check', 'mqtts://a@h', '-u', 'b'], 'twice'],
  [['check', 'h', '-P', secret, '-V', '3.1.1'], '--username'],
  [['check', `mqtts://:${secret}@h`, '-V', '3.1'], '--username'],
  [['check', 'h', '-V', '3.1.1'], '--username', { MQTT_DOCTOR_PASSWORD: secret }],
  [['check', 'h', '--password-file', `/no/${secret}`], '--password-file'],
  [['check', 'h', '--password-file', '/'], 'directory'],
  [['check', 'h', '--password-stdin'], 'empty'],
  [['check', 'h', '--key', 'k', '--cert', 'c', '--key-passphrase-file', secret], 'not exist'],
  // targets
  [['check', `mqtt://a:${secret}%@h`], 'percent'],
  [['check', `mqtt://a:${secret}/x@h`], '%2F'],
  [['check', `mqtt://a:${secret}@h:port`], '65535'],
  [['check', `mqtt://a:${secret}@h/topic`], '--topic'],
  [['check', `https://a:${secret}@h`], 'yet'],
  [['check', `wss://a:${secret}/x@h`], '%2F'],
  [['check', 'wss://h', '--header', `${secret}`], 'colon'],
  [['check', `${secret}://h`], 'scheme'],
  [['check', `h ${secret}`], 'space'],
  [['check', 'h:8443'], '--transport'],
  [['check', 'h:1883', `${secret}:x`], 'target 2 of 2'],
];

for (const [argv, word, env] of refused) {
  const shown = argv.map((one) => (one.length > 40 ? `${one.slice(0, 40)}…` : one)).join(' ');
  test(`mqtt-doctor ${shown}: exit 2`, async () => {
    const { exitCode, stdout, stderr } = await run(argv, env ? { env } : {});
    assert.equal(exitCode, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /^mqtt-doctor: .+\n {2}hint: .+\n$/);
    assert.ok(stderr.includes(word), stderr);
    assert.ok(!stderr.includes(secret), stderr);
  });
}

test('without a command, help is the answer and an error', async () => {
  const { exitCode, stdout, stderr } = await run([]);
  assert.equal(exitCode, 2);
  assert.equal(stdout, '');
  assert.match(stderr, /^Usage: /);
});

for (const argv of [
  ['--help'],
  ['-h'],
  ['help'],
  ['help', 'check'],
  ['check', '-h'],
  ['check', 'x', '--help'],
]) {
  test(`mqtt-doctor ${argv.join(' ')}: help in 80 columns on stdout, exit 0`, async () => {
    const { exitCode, stdout, stderr } = await run(argv);
    assert.equal(exitCode, 0);
    assert.equal(stderr, '');
    assert.match(stdout, /^Usage: /);
    assert.deepEqual(
      stdout.split('\n').filter((line) => line.length > 80),
      [],
    );
  });
}

test('--version is one line', async () => {
  assert.deepEqual(await run(['--version']), { exitCode: 0, stdout: '0.0.0\n', stderr: '' });
});
