// Mosquitto with its dynamic security plugin, which (unlike an ACL file) refuses a SUBSCRIBE.

import assert from 'node:assert/strict';
import { pbkdf2Sync } from 'node:crypto';
import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { check, factsIn } from './doctor.ts';
import { startMosquitto } from './mosquitto.ts';
import { assertCause, assertWell } from './verdict.ts';

const password = 'Kanarienvogel-7';
const env = { MQTT_DOCTOR_USERNAME: 'alice', MQTT_DOCTOR_PASSWORD: password };

/** A broker on which all may be done, or all but what is named. */
async function allowingAllBut(...denied: readonly string[]) {
  const rights = ['publishClientSend', 'publishClientReceive', 'subscribe', 'unsubscribe'];
  const salt = Buffer.from('lab salt 012');
  const iterations = 101;
  const security = {
    defaultACLAccess: Object.fromEntries(rights.map((right) => [right, !denied.includes(right)])),
    clients: [
      {
        username: 'alice',
        salt: salt.toString('base64'),
        iterations,
        password: pbkdf2Sync(password, salt, iterations, 64, 'sha512').toString('base64'),
        roles: [],
      },
    ],
    roles: [],
    groups: [],
  };
  const plugin = await dynamicSecurity();
  return startMosquitto({
    config: [`plugin ${plugin}`, 'plugin_opt_config_file security.json', 'allow_anonymous false'],
    files: { 'security.json': JSON.stringify(security) },
  });
}

/** Where the package puts it: Debian under a folder for each architecture. */
async function dynamicSecurity(): Promise<string> {
  const folders = (await readdir('/usr/lib')).map((name) => join('/usr/lib', name));
  for (const folder of ['/usr/lib', ...folders]) {
    const path = join(folder, 'mosquitto_dynamic_security.so');
    if (
      await access(path).then(
        () => true,
        () => false,
      )
    )
      return path;
  }
  return assert.fail('Mosquitto is installed without its plugin mosquitto_dynamic_security.so');
}

for (const version of ['3.1', '3.1.1', '5']) {
  const as = ['-V', version];

  test(`MQTT ${version}: a client that may do all is well`, async () => {
    await using broker = await allowingAllBut();
    assertWell(await check([broker.plain, ...as], { env }), broker);
  });

  test(`MQTT ${version}: a client that may not subscribe`, async () => {
    await using broker = await allowingAllBut('subscribe');
    const visit = await check([broker.plain, ...as], { env });
    // SUBACK of MQTT 3.1 has no code that refuses.
    if (version === '3.1') return assertCause(visit, 'pubsub/not-delivered', broker);
    assertCause(visit, 'pubsub/subscribe-denied', broker);
    assert.equal(factsIn(visit, 'pubsub').suback?.code, version === '5' ? 135 : 128);
  });

  test(`MQTT ${version}: a client that may subscribe, and receive nothing`, async () => {
    await using broker = await allowingAllBut('publishClientReceive');
    const visit = await check([broker.plain, ...as], { env });
    assertCause(visit, 'pubsub/not-delivered', broker);
  });

  test(`MQTT ${version}: a client that may not publish`, async () => {
    await using broker = await allowingAllBut('publishClientSend');
    const visit = await check([broker.plain, ...as], { env });
    assertCause(visit, version === '5' ? 'pubsub/publish-denied' : 'pubsub/not-delivered', broker);
  });
}
