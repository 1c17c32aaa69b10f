import assert from 'node:assert/strict';
import nodeDns from 'node:dns';
import { EventEmitter, once } from 'node:events';
import { test } from 'node:test';
import type { Rung } from '../../src/checks/check.ts';
import dns, { literalAddresses } from '../../src/checks/dns.ts';
import { Stopped } from '../../src/checks/stopped.ts';
import { Transcript } from '../../src/checks/transcript.ts';
import { noCredentials, type Route, type Target } from '../../src/target.ts';
import { rcode, type Script, startNameServer } from './scripted-name-server.ts';

const name = 'broker.example.com';

function targetOf(host: string, route: Partial<Route> = {}): Target {
  return {
    url: `mqtt://${host}:1883`,
    transport: 'mqtt',
    host,
    port: 1883,
    path: null,
    webSocket: null,
    route: { connectTo: null, family: 0, resolver: null, ...route },
    tls: null,
    mqtt: {
      version: null,
      clientId: 'x',
      clientIdIsOurs: true,
      cleanStart: true,
      keepAliveS: 60,
      usernameGiven: false,
      passwordGiven: false,
      will: null,
    },
    roundTrip: {
      topic: 'x',
      topicIsOurs: true,
      qos: 0,
      retain: false,
      payloadSize: 0,
      count: 1,
      publish: true,
      subscribe: true,
    },
    limits: { timeoutMs: 5000, deadlineMs: 30_000 },
  };
}

interface Climb {
  readonly rung: Rung;
  readonly stop: AbortController;
  readonly over: AbortController;
  /** What the climb waits for at its end. */
  readonly unsettled: Promise<void>[];
}

function climbTo(target: Target): Climb {
  const stop = new AbortController();
  const over = new AbortController();
  const unsettled: Promise<void>[] = [];
  const rung = {
    target,
    credentials: noCredentials,
    holds: {},
    transcript: new Transcript(),
    signal: stop.signal,
    over: over.signal,
    settle: (work: Promise<void>) => {
      unsettled.push(work);
    },
  };
  return { rung, stop, over, unsettled };
}

/** With `--resolver`; the climb is over afterwards. */
async function lookUp(script: Script, route: Partial<Route> = {}, host = name) {
  await using server = await startNameServer(script);
  const { rung, unsettled } = climbTo(targetOf(host, { resolver: server.endpoint, ...route }));
  const result = await dns.run(rung);
  await Promise.all(unsettled);
  return { ...result, asked: server.asked };
}

/** With a server in the system's place; getaddrinfo itself still asks whom it asks. */
async function besideSystem<T>(script: Script, use: () => Promise<T>): Promise<T> {
  await using server = await startNameServer(script);
  const before = nodeDns.getServers();
  nodeDns.setServers([`127.0.0.1:${server.endpoint.port}`]);
  try {
    return await use();
  } finally {
    nodeDns.setServers(before);
  }
}

const failing =
  (flags: number): Script =>
  () => ({ flags });
const codeOf = (result: Awaited<ReturnType<typeof dns.run>>) =>
  result.status === 'failed' ? result.failure.code : result.status;
const both: Script = ({ type, name: asked }) => ({
  answers: [
    type === 'A'
      ? { type: 'A', name: asked, data: '192.0.2.1', ttl: 60 }
      : { type: 'AAAA', name: asked, data: '2001:db8::1', ttl: 60 },
  ],
});

test('a given name server is asked for both families, and IPv4 is dialled first', async () => {
  const result = await lookUp(both);
  assert.equal(result.status, 'ok');
  const addresses = [
    { address: '192.0.2.1', family: 4 },
    { address: '2001:db8::1', family: 6 },
  ];
  assert.deepEqual(result.facts.addresses, addresses);
  assert.deepEqual(result.holds?.addresses, addresses);
  assert.equal(result.facts.source, 'resolver');
  assert.equal(result.facts.systemError, null);
  assert.equal(result.facts.resolver?.a, 'ok');
});

test('with one family only its record type counts', async () => {
  const six = await lookUp(both, { family: 6 });
  assert.deepEqual(six.facts.addresses, [{ address: '2001:db8::1', family: 6 }]);
  const onlyV4: Script = (asked, request) => (asked.type === 'A' ? both(asked, request) : {});
  assert.equal((await lookUp(onlyV4)).status, 'ok');
  assert.equal(codeOf(await lookUp(onlyV4, { family: 6 })), 'no-address');
  const brokenV6: Script = (asked, request) =>
    asked.type === 'A' ? both(asked, request) : { flags: rcode.serverFailure };
  assert.equal((await lookUp(brokenV6, { family: 4 })).status, 'ok');
  assert.equal(codeOf(await lookUp(brokenV6, { family: 6 })), 'resolver-error');
});

test('what the name server says decides the failure', async () => {
  assert.equal(codeOf(await lookUp(failing(rcode.nxdomain))), 'name-not-found');
  assert.equal(codeOf(await lookUp(() => ({}))), 'no-address');
  assert.equal(codeOf(await lookUp(failing(rcode.serverFailure))), 'resolver-error');
  assert.equal(codeOf(await lookUp(failing(rcode.refused))), 'resolver-error');
  const garbage: Script = () => Array.from({ length: 200 }, () => Buffer.from('<html>'));
  assert.equal(codeOf(await lookUp(garbage)), 'resolver-error');
  const loop: Script = ({ name: asked }) => ({
    answers: [{ type: 'CNAME', name: asked, data: asked }],
  });
  assert.equal(codeOf(await lookUp(loop)), 'resolver-error');
});

test('a silent name server is told apart from the end of the run', async () => {
  for (const [stopped, code] of [
    ['timeout', 'resolver-silent'],
    ['deadline', 'deadline'],
    ['interrupted', 'interrupted'],
  ] as const) {
    const asked = new EventEmitter();
    const askedOnce = once(asked, 'question');
    await using server = await startNameServer(() => {
      asked.emit('question');
      return null;
    });
    const { rung, stop } = climbTo(targetOf(name, { resolver: server.endpoint }));
    const running = dns.run(rung);
    await askedOnce;
    stop.abort(new Stopped(stopped, 'no answer in time'));
    const result = await running;
    assert.equal(codeOf(result), code);
    assert.equal(result.facts.resolver?.a, 'timeout');
  }
});

test('an internationalised name is asked in its ASCII form', async () => {
  const { asked, facts } = await lookUp(both, {}, 'bücher.example');
  assert.equal(asked[0]?.name, 'xn--bcher-kva.example');
  assert.equal(facts.name, 'xn--bcher-kva.example');
});

test('a name that DNS cannot carry is not asked for', async () => {
  for (const host of [`${'a'.repeat(64)}.example.com`, 'broker..example.com']) {
    const result = await lookUp(both, {}, host);
    assert.equal(codeOf(result), 'name-not-found');
    assert.deepEqual(result.asked, []);
  }
});

test('localhost comes from getaddrinfo, and no name server is asked', async () => {
  await besideSystem(
    () => assert.fail('asked'),
    async () => {
      const { rung, unsettled } = climbTo(targetOf('localhost', { family: 4 }));
      const result = await dns.run(rung);
      assert.equal(result.status, 'ok');
      assert.equal(result.facts.source, 'system');
      assert.deepEqual(result.holds?.addresses, [{ address: '127.0.0.1', family: 4 }]);
      await Promise.all(unsettled);
      assert.equal(result.facts.resolver, null);
    },
  );
});

// `127.1` has two labels and is no address to a URL, so name servers are asked for it; but
// getaddrinfo takes it for 127.0.0.1 (inet_aton) and asks nobody.
const shorthand = '127.1';
const inetAton = process.platform === 'linux' || process.platform === 'darwin';

test('what a name server says comes into the facts after getaddrinfo was believed', {
  skip: !inetAton,
}, async () => {
  const believed = new EventEmitter();
  const onceBelieved = once(believed, 'getaddrinfo');
  const late: Script = async (asked, request) => {
    await onceBelieved;
    return both(asked, request);
  };
  await besideSystem(late, async () => {
    const { rung, unsettled } = climbTo(targetOf(shorthand));
    const result = await dns.run(rung);
    believed.emit('getaddrinfo');
    assert.equal(result.status, 'ok');
    assert.deepEqual(result.facts.addresses, [{ address: '127.0.0.1', family: 4 }]);
    await Promise.all(unsettled);
    assert.equal(result.facts.resolver?.a, 'ok');
    assert.equal(result.facts.resolver?.addresses[0]?.address, '192.0.2.1');
  });
});

test('a name server that is still silent when the climb is over leaves no trace', {
  skip: !inetAton,
}, async () => {
  await besideSystem(
    () => null,
    async () => {
      const { rung, over, unsettled } = climbTo(targetOf(shorthand));
      const result = await dns.run(rung);
      assert.equal(result.status, 'ok');
      over.abort();
      await Promise.all(unsettled);
      assert.equal(result.facts.resolver, null);
    },
  );
});

test('where getaddrinfo fails, the name server says why', { skip: !inetAton }, async () => {
  const fail = (script: Script) =>
    besideSystem(script, () => dns.run(climbTo(targetOf(shorthand, { family: 6 })).rung));
  assert.equal(codeOf(await fail(failing(rcode.nxdomain))), 'name-not-found');
  assert.equal(codeOf(await fail(failing(rcode.refused))), 'resolver-error');
  const disagreeing = await fail(both);
  assert.equal(codeOf(disagreeing), 'no-address');
  assert.equal(disagreeing.facts.resolver?.aaaa, 'ok');
  assert.equal(typeof disagreeing.facts.systemError, 'string');
});

test('a host that is an address, or --connect-to, leaves nothing to look up', () => {
  const v6 = targetOf('2001:db8::1', { family: 4 });
  assert.equal(dns.notApplicable(v6), 'the host is an address');
  assert.deepEqual(literalAddresses(v6), [{ address: '2001:db8::1', family: 6 }]);
  const elsewhere = targetOf(name, { connectTo: { address: '192.0.2.9', port: null } });
  assert.equal(dns.notApplicable(elsewhere), '--connect-to names the address');
  assert.deepEqual(literalAddresses(elsewhere), [{ address: '192.0.2.9', family: 4 }]);
  assert.equal(dns.notApplicable(targetOf(name)), null);
  assert.equal(literalAddresses(targetOf(name)), null);
});
