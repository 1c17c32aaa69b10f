// A guest leaves nothing behind, says goodbye, and gives the broker nothing to complain about.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mintAuthority } from '../lab/certificates.ts';
import { check, factsIn, type Visit } from './doctor.ts';
import { type Mosquitto, startMosquitto } from './mosquitto.ts';
import { anyone, overTls } from './setup.ts';
import { assertCause, assertWell } from './verdict.ts';

const ca = await mintAuthority({ name: 'Lab Root CA' });
const server = await ca.issue({ commonName: 'broker.test' });

/** What the broker's log says once it has seen the end of the visit. */
async function farewell(broker: Mosquitto, visit: Visit): Promise<string> {
  const { clientId } = factsIn(visit, 'connect');
  await broker.logged(new RegExp(`^Client ${clientId} .*$`, 'm'));
  await broker.stop();
  return broker.log;
}

function assertOrderly(log: string, visit: Visit) {
  const { clientId } = factsIn(visit, 'connect');
  assert.match(log, new RegExp(`^Client ${clientId} disconnected\\.$`, 'm'));
  assert.equal(log.match(/^New connection from /gm)?.length, 1, `one connection\n${log}`);
  assert.doesNotMatch(
    log,
    /closed its connection|exceeded timeout|protocol error|malformed|bad socket|error:/i,
  );
}

for (const version of ['3.1', '3.1.1', '5']) {
  for (const transport of ['plain', 'TLS']) {
    for (const qos of ['0', '1', '2']) {
      test(`MQTT ${version}, ${transport}, QoS ${qos}: the goodbye is orderly`, async () => {
        await using broker = await startMosquitto(
          transport === 'TLS'
            ? overTls(server, { files: { 'ca.crt': ca.cert } })
            : { config: anyone },
        );
        const target = transport === 'TLS' ? broker.secure : [broker.plain];
        const trust = transport === 'TLS' ? ['--ca', broker.file('ca.crt')] : [];
        const visit = await check([...target, ...trust, '-V', version, '-q', qos]);
        assertWell(visit, broker);
        assertOrderly(await farewell(broker, visit), visit);
      });
    }
  }

  test(`MQTT ${version}: the goodbye is orderly after a failed round trip as well`, async () => {
    const config = [...anyone, 'acl_file acl'];
    const files = { acl: 'topic write mqtt-doctor/#\n' };
    await using broker = await startMosquitto({ config, files });
    const visit = await check([broker.plain, '-V', version, '--no-trials']);
    assertCause(visit, 'pubsub/not-delivered', broker);
    assertOrderly(await farewell(broker, visit), visit);
  });

  test(`MQTT ${version}: every trial says goodbye`, async () => {
    const config = [...anyone, 'message_size_limit 1000'];
    await using broker = await startMosquitto({ config });
    const visit = await check([broker.plain, '-V', version, '-q', '0', '--payload-size', '5000']);
    assertCause(visit, 'pubsub/payload-too-large', broker);
    assert.ok(visit.report.trials.length > 0);
    await broker.stop();
    const came = [...broker.log.matchAll(/New client connected from \S+ as (\S+) /g)];
    assert.ok(came.length > 1);
    for (const [, id] of came)
      assert.ok(broker.log.includes(`Client ${id} disconnected.`), broker.log);
  });

  test(`MQTT ${version}: a retained probe is taken back`, async () => {
    await using broker = await startMosquitto({ config: anyone });
    const visit = await check([broker.plain, '-V', version, '--retain', '-t', 'home/kitchen']);
    assertWell(visit, broker);
    await broker.logged(/^Client mqtt-doctor-\S+ disconnected/m);
    assert.match(broker.log, /Received PUBLISH .*r1, .*'home\/kitchen', .*\(32 bytes\)/);
    assert.equal(await broker.retained('home/kitchen'), null);
  });

  test(`MQTT ${version}: a kept session keeps no subscription`, async () => {
    await using broker = await startMosquitto({ config: anyone });
    const args = [broker.plain, '-V', version, '--no-clean', '-i', 'kitchen-17'];
    assertWell(await check(args), broker);
    await broker.logged(/Received UNSUBSCRIBE from kitchen-17/);
  });

  test(`MQTT ${version}: a will is not sent, for the goodbye was said`, async () => {
    await using broker = await startMosquitto({ config: anyone });
    const will = ['--will-topic', 'home/gone', '--will-payload', 'gone', '--will-retain'];
    const visit = await check([broker.plain, '-V', version, ...will]);
    assertWell(visit, broker);
    await broker.logged(/^Client mqtt-doctor-\S+ disconnected/m);
    assert.equal(await broker.retained('home/gone'), null);
  });
}

test('each run comes with a client id and a topic of its own', async () => {
  await using broker = await startMosquitto({ config: anyone });
  const visits = await Promise.all([check([broker.plain]), check([broker.plain])]);
  for (const visit of visits) assertWell(visit, broker);
  const ids = visits.map((visit) => factsIn(visit, 'connect').clientId);
  const topics = visits.map((visit) => factsIn(visit, 'pubsub').topic);
  assert.equal(new Set(ids).size, 2);
  assert.equal(new Set(topics).size, 2);
});
