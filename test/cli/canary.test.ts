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
import { generate } from 'mqtt-packet';
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
const encoded = [canary, Buffer.from(canary).toString('base64'), Buffer.from(canary).toString('hex')];

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
  const { broker, port } = await lab.mqtts();
  const suback = { cmd: 'suback', granted: [135], messageId: 1, properties: back } as const;
  const said = generate(suback, { protocolVersion: 5 });
  broker.traits = {
    connect: { rule: (_, arrival) => (arrival.secured ? null : 'close') },
    subscribe: {
      get answers() {
        broker.connections.at(-1)?.say?.(said);
        return false;
      },
    },
  };
  const args = [`mqtts://localhost:${port}`, ...(await trusting(lab)), ...named, '-P', canary];
  for (const format of formats) await assertSilent([...args, ...format, '--timeout', '1000']);
});
