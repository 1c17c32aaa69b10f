// No secret comes out again, whichever way it came in, whatever becomes of the run, and even
// where the broker says it back.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { generate, type Packet } from 'mqtt-packet';
import { main } from '../../src/cli/main.ts';
import type { BrokerTraits } from '../lab/broker.ts';
import { type Lab, openLab } from '../lab/lab.ts';
import { forClients } from '../lab/order.ts';
import { trusting } from '../scenarios/trusting.ts';
import { captured, type Given, run } from './captured.ts';
import { leaks } from './leaks.ts';

const canary = 'cAnArY"7/f3+a %zß';
const user = 'token-user-0123456789abcdefghij';
const secrets = { password: canary, 'user name': user };

const formats: readonly (readonly string[])[] = [
  [],
  ['--verbose'],
  ['--quiet'],
  ['--format', 'json'],
  ['--format', 'json', '--verbose'],
];

interface Way {
  readonly args: (lab: Lab) => Promise<readonly string[]> | readonly string[];
  readonly given?: Given;
  /** In front of the host. */
  readonly userinfo?: string;
}

const named = ['-u', user];
const ways: Readonly<Record<string, Way>> = {
  'a flag': { args: () => [...named, '-P', canary] },
  'a flag with an equals sign': { args: () => [`--username=${user}`, `--password=${canary}`] },
  'a file': { args: async (lab) => [...named, '--password-file', await lab.file('pw', canary)] },
  'a file with a line break': {
    args: async (lab) => [...named, '--password-file', await lab.file('pw', ` ${canary}\n`)],
  },
  'standard input': { args: () => [...named, '--password-stdin'], given: { stdin: canary } },
  'the environment': {
    args: () => [],
    given: { env: { MQTT_DOCTOR_USERNAME: user, MQTT_DOCTOR_PASSWORD: canary } },
  },
  'the URL': { args: () => [], userinfo: `${user}:${encodeURIComponent(canary)}@` },
};

const back = { reasonString: `"${canary}" is wrong, ${user}`, userProperties: { got: canary } };
const encoded = [
  canary,
  Buffer.from(canary).toString('base64'),
  Buffer.from(canary).toString('hex'),
];

const worlds: Readonly<Record<string, BrokerTraits>> = {
  'a healthy run': { connect: { users: { [user]: canary } } },
  'a wrong password': { connect: { users: { [user]: 'another' } } },
  'a refusal that says the password back': {
    connect: { always: { refuse: { v3: 4, v5: 134, properties: back } } },
  },
  'a refusal with the password in other forms': {
    connect: {
      always: { refuse: { v3: 4, v5: 135, properties: { reasonString: encoded.join(' ') } } },
    },
  },
  'a server reference made of the password': {
    connect: { always: { refuse: { v3: 3, v5: 157, properties: { serverReference: canary } } } },
  },
  'a welcome that says the password back': { connect: { properties: back } },
  'a goodbye that says the password back': {
    connect: { always: { disconnect: 135, properties: back } },
  },
  'a method named like the password': { connect: { always: { auth: canary } } },
  'the password as bytes that are no MQTT': {
    connect: { always: { bytes: Buffer.from(`ERR ${canary} ${user}\r\n`), ending: 'close' } },
  },
  'a hang-up': { connect: { always: 'close' } },
  'a topic that is denied': { subscribe: { allowed: [] }, publish: { allowed: [] } },
};

for (const [how, way] of Object.entries(ways)) {
  suite(`a password by ${how}`, { concurrency: 4 }, () => {
    for (const [world, traits] of Object.entries(worlds)) {
      test(world, async () => {
        await using lab = await openLab();
        const { port } = await lab.mqtts(traits);
        const target = `mqtts://${way.userinfo ?? ''}localhost:${port}`;
        const args = [target, ...(await trusting(lab)), ...(await way.args(lab))];
        for (const format of formats) await assertSilent([...args, ...format], way.given);
      });
    }

    test('a certificate that does not verify', async () => {
      await using lab = await openLab();
      const { port } = await lab.mqtts();
      const target = `mqtts://${way.userinfo ?? ''}localhost:${port}`;
      await assertSilent([target, ...(await way.args(lab)), '--verbose'], way.given);
    });
  });
}

async function assertSilent(args: readonly string[], given: Given = {}, more = {}): Promise<void> {
  const env = { ...given.env, MQTT_DOCTOR_DEBUG: '1' };
  const { stdout, stderr, exitCode } = await run(['check', ...args], { ...given, env });
  assert.notEqual(exitCode, 3, stderr);
  assert.notEqual(stdout + stderr, '');
  assert.deepEqual(leaks(stdout + stderr, { ...secrets, ...more }), []);
}

test('a denial in a SUBACK that says the password back', async () => {
  await using lab = await openLab();
  const { broker, port } = await lab.mqtt();
  const suback: Packet = { cmd: 'suback', granted: [135], messageId: 1, properties: back };
  const said = generate(suback, { protocolVersion: 5 });
  broker.traits = {
    subscribe: {
      get answers() {
        broker.connections.at(-1)?.arrival.wire.writeRaw(said);
        return false;
      },
    },
  };
  const args = [`mqtt://localhost:${port}`, ...named, '-P', canary, '--no-trials'];
  for (const format of formats) await assertSilent([...args, ...format]);
});

test('a report that goes into a file', async () => {
  await using lab = await openLab();
  const { port } = await lab.mqtts({ connect: { properties: back } });
  const file = join(lab.dir, 'report');
  const args = [`mqtts://localhost:${port}`, ...(await trusting(lab)), ...named, '-P', canary];
  for (const format of formats) {
    await run(['check', ...args, ...format, '--output', file]);
    assert.deepEqual(leaks(await readFile(file, 'utf8'), secrets), []);
  }
});

test('a spinner on a terminal', async () => {
  await using lab = await openLab();
  const { port } = await lab.mqtts({ connect: { delayMs: 300, properties: back } });
  const args = [`mqtts://${user}:${encodeURIComponent(canary)}@localhost:${port}`];
  const { io, stdout, stderr } = captured({ env: { TERM: 'xterm' } });
  Object.assign(io.stderr, {
    isTTY: true,
    columns: 80,
    clearLine() {},
    cursorTo() {},
    moveCursor() {},
  });
  await main(['check', ...args, ...(await trusting(lab))], io);
  assert.deepEqual(leaks(stdout() + stderr(), secrets), []);
});

suite('the key of a client certificate', () => {
  const passphrase = 'pAss-Phrase-of-the-key';
  const states = {
    'is used': passphrase,
    'does not open with this passphrase': 'nOt-the-Passphrase-of-it',
    'needs a passphrase': null,
  };
  for (const [state, given] of Object.entries(states)) {
    test(state, async () => {
      await using lab = await openLab();
      const ca = await lab.authority();
      const { fullchain, key } = await ca.issue({ commonName: 'device-1', ...forClients });
      const plain = createPrivateKey(key).export({ type: 'pkcs8', format: 'der' });
      const pem = createPrivateKey(key).export({
        type: 'pkcs8',
        format: 'pem',
        cipher: 'aes-256-cbc',
        passphrase,
      });
      const { port } = await lab.mqtts({}, { clientCertificate: { ca: ca.cert } });
      const files = [
        ...['--cert', await lab.file('c.crt', fullchain), '--key', await lab.file('c.key', pem)],
        ...(given === null
          ? []
          : ['--key-passphrase-file', await lab.file('passphrase', `${given}\n`)]),
      ];
      const known = {
        passphrase,
        given: given ?? passphrase,
        'private key': plain.subarray(-24).toString('latin1'),
        'encrypted key': pem.toString().split('\n')[2] ?? '',
      };
      for (const format of formats) {
        const args = [`mqtts://localhost:${port}`, ...(await trusting(lab)), ...files, ...format];
        await assertSilent(args, {}, known);
      }
    });
  }

  test('is given where a certificate, a password or an authority belongs', async () => {
    await using lab = await openLab();
    const { key } = await lab.identity();
    const file = await lab.file('k.pem', key);
    const known = { 'private key': key.split('\n')[1] ?? '', 'its end': key.split('\n')[2] ?? '' };
    for (const flags of [
      ['--cert', file, '--key', file],
      ['--ca', file],
      ['--password-file', file],
    ]) {
      await assertSilent(['mqtts://localhost:1', '-u', 'alice', ...flags, '--verbose'], {}, known);
    }
  });
});

suite('a token', () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const jwt = (exp: number) =>
    `${part({ alg: 'HS256' })}.${part({ sub: 'device-canary', exp })}.c2lnbmF0dXJlLW9mLWEtY2FuYXJ5`;
  const sas = (se: number) =>
    `SharedAccessSignature sr=hub.test%2Fdevices%2Fd1&sig=Y2FuYXJ5LXNpZ25hdHVyZQ%3D%3D&se=${se}`;
  const tokens = {
    'a JWT that is valid': jwt(4_102_444_800),
    'a JWT that has expired': jwt(1_600_000_000),
    'a SAS token that is valid': sas(4_102_444_800),
    'a SAS token that has expired': sas(1_600_000_000),
  };
  for (const [name, token] of Object.entries(tokens)) {
    for (const flag of ['-P', '-u']) {
      test(`${name}, given with ${flag}`, async () => {
        await using lab = await openLab();
        const properties = { reasonString: `no such device: ${token}` };
        const refuse = { v3: 5, v5: 135, properties };
        const { port } = await lab.mqtts({ connect: { always: { refuse } } });
        const who = flag === '-u' ? ['-u', token] : ['-u', 'd1', '-P', token];
        const args = [`mqtts://localhost:${port}`, ...(await trusting(lab)), ...who];
        const known = { token, signature: token.slice(-20) };
        for (const format of formats) await assertSilent([...args, ...format], {}, known);
      });
    }
  }
});

suite('a command line that cannot be used', () => {
  const lines: Readonly<Record<string, readonly string[]>> = {
    'a flag that does not exist': [`--pasword=${canary}`],
    'a flag that does not exist, and its value': ['--pass', canary],
    'the password behind the flag of the port': ['-p', canary],
    'the password behind the flag of the file': ['--password-file', canary],
    'the password behind the flag of a number': ['--keepalive', canary],
    'the password as a second target': [canary.replace(' ', '')],
    'the password twice': ['-P', canary, '--password-stdin'],
    'a user name and no value': ['-P', canary, '-u'],
    'a URL that is not encoded': [`mqtts://${user}:${canary}@broker.test`],
    'a URL with a path': [`mqtts://${user}:${encodeURIComponent(canary)}@broker.test/mqtt`],
    'a URL of another kind': [`amqp://${user}:${encodeURIComponent(canary)}@broker.test`],
  };
  for (const [name, args] of Object.entries(lines)) {
    test(name, async () => {
      const { stdout, stderr, exitCode } = await run(['check', 'mqtts://127.0.0.1:1', ...args]);
      assert.equal(exitCode, 2);
      assert.notEqual(stderr, '');
      assert.deepEqual(leaks(stdout + stderr, secrets), []);
    });
  }
});

test('a bug of ours that quotes the password', async () => {
  const { io, stdout, stderr } = captured({ env: { MQTT_DOCTOR_DEBUG: '1' } });
  Object.defineProperty(io.stdout, 'columns', {
    get: () => {
      throw new Error(`columns of ${canary}\n    at ${user} (file:1:1)`);
    },
  });
  const target = `mqtt://${user}:${encodeURIComponent(canary)}@127.0.0.1:1`;
  const exitCode = await main(['check', target, '--no-trials'], io);
  assert.equal(exitCode, 3, stderr());
  assert.match(stderr(), /broken/);
  assert.deepEqual(leaks(stdout() + stderr(), secrets), []);
});

test('libraries that are asked to talk: DEBUG=*', { todo: 'bin/ has to clear DEBUG' }, async () => {
  await using lab = await openLab();
  const { port } = await lab.mqtt();
  const program = fileURLToPath(new URL('../../../bin/mqtt-doctor.js', import.meta.url));
  const args = ['check', `mqtt://127.0.0.1:${port}`, '-u', user, '-P', canary];
  const child = spawn(process.execPath, [program, ...args], { env: { DEBUG: '*' } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk;
    });
  }
  const [exitCode] = await once(child, 'close');
  assert.equal(exitCode, 0, said);
  assert.deepEqual(leaks(said, secrets), []);
});
