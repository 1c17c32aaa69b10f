// Mosquitto with a password file.

import { test } from 'node:test';
import { check, type Surroundings } from './doctor.ts';
import { type Mosquitto, startMosquitto } from './mosquitto.ts';
import { assertCause, assertFound, assertNowhere, assertWell } from './verdict.ts';

const password = 'Kanarienvogel-7/%41';
const wrongPassword = 'Goldfisch-9';
const setup = {
  config: ['allow_anonymous false', 'password_file passwords'],
  passwords: { alice: password },
  files: { 'password.txt': `${password}\n` },
};
const right = { env: { MQTT_DOCTOR_PASSWORD: password } };
const wrong = { env: { MQTT_DOCTOR_PASSWORD: wrongPassword } };

for (const version of ['3.1', '3.1.1', '5']) {
  const as = (name: string) => ['-V', version, '-u', name];

  test(`MQTT ${version}: the right password is let in`, async () => {
    await using broker = await startMosquitto(setup);
    const visit = await check([broker.plain, ...as('alice')], right);
    assertWell(visit, broker);
    assertNowhere(password, visit);
  });

  // Mosquitto says "not authorised" to all of these, so nothing proves that it is the password.
  test(`MQTT ${version}: a wrong password is not authorised`, async () => {
    await using broker = await startMosquitto(setup);
    const visit = await check([broker.plain, ...as('alice')], wrong);
    assertCause(visit, 'connect/not-authorized', broker);
    assertNowhere(wrongPassword, visit);
  });

  test(`MQTT ${version}: an unknown user is not authorised`, async () => {
    await using broker = await startMosquitto(setup);
    const visit = await check([broker.plain, ...as('bob')], right);
    assertCause(visit, 'connect/not-authorized', broker);
    assertNowhere(password, visit);
  });

  test(`MQTT ${version}: a user name without its password is not authorised`, async () => {
    await using broker = await startMosquitto(setup);
    assertCause(await check([broker.plain, ...as('alice')]), 'connect/not-authorized', broker);
  });

  test(`MQTT ${version}: a client that shows nothing is refused as anonymous`, async () => {
    await using broker = await startMosquitto(setup);
    assertCause(await check([broker.plain, '-V', version]), 'connect/anonymous-refused', broker);
  });
}

interface Way {
  readonly name: string;
  readonly args: (broker: Mosquitto) => readonly string[];
  readonly surroundings?: Surroundings;
  readonly visible?: boolean;
}

const ways: readonly Way[] = [
  {
    name: 'a file',
    args: (broker) => [broker.plain, '-u', 'alice', '--password-file', broker.file('password.txt')],
  },
  {
    name: 'standard input',
    args: (broker) => [broker.plain, '-u', 'alice', '--password-stdin'],
    surroundings: { stdin: `${password}\n` },
  },
  {
    name: 'the environment, with the user name',
    args: (broker) => [broker.plain],
    surroundings: { env: { MQTT_DOCTOR_USERNAME: 'alice', MQTT_DOCTOR_PASSWORD: password } },
  },
  {
    name: 'a flag',
    args: (broker) => [broker.plain, '-u', 'alice', '-P', password],
    visible: true,
  },
  {
    name: 'the URL',
    args: ({ host, port }) => [`mqtt://alice:${encodeURIComponent(password)}@${host}:${port}`],
    visible: true,
  },
];

for (const { name, args, surroundings, visible } of ways) {
  test(`a password from ${name} lets the client in, and is printed nowhere`, async () => {
    await using broker = await startMosquitto(setup);
    const visit = await check(args(broker), surroundings);
    assertWell(visit, broker, ...(visible ? (['input/secret-on-command-line'] as const) : []));
    assertNowhere(password, visit);
  });
}

test('a password that ends in a line break too many is refused, and the line break named', async () => {
  await using broker = await startMosquitto(setup);
  const visit = await check([broker.plain, '-u', 'alice'], {
    env: { MQTT_DOCTOR_PASSWORD: `${password}\n` },
  });
  assertCause(visit, 'connect/not-authorized', broker);
  assertFound(visit, 'input/stray-characters');
  assertNowhere(password, visit);
});

test('a wrong password where anonymous clients are welcome is what keeps the client out', async () => {
  await using broker = await startMosquitto({
    ...setup,
    config: ['allow_anonymous true', 'password_file passwords'],
  });
  const visit = await check([broker.plain, '-u', 'alice'], wrong);
  assertCause(visit, 'connect/bad-credentials', broker);
});
