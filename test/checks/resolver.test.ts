import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { test } from 'node:test';
import { type Packet, TRUNCATED_RESPONSE } from 'dns-packet';
import { askResolver } from '../../src/checks/resolver.ts';
import type { ResolverAnswer } from '../../src/evidence.ts';
import {
  rcode,
  replyTo,
  type Script,
  type ScriptedNameServer,
  startNameServer,
} from './scripted-name-server.ts';

const name = 'broker.example.com';
const forever = new AbortController().signal;

function ask(server: ScriptedNameServer, signal = forever, asked = name): Promise<ResolverAnswer> {
  return askResolver({ server: server.endpoint, name: asked, signal, graceMs: 60_000 });
}

async function answerOf(script: Script, asked = name): Promise<ResolverAnswer> {
  await using server = await startNameServer(script);
  return await ask(server, forever, asked);
}

const alias = (from: string, to: string, ttl = 300) =>
  ({ type: 'CNAME', name: from, data: to, ttl }) as const;
const a = (from: string, data: string, ttl = 60) => ({ type: 'A', name: from, data, ttl }) as const;
const aaaa = (from: string, data: string) => ({ type: 'AAAA', name: from, data, ttl: 60 }) as const;
const failing = (flags: number) => (): Packet => ({ flags });

test('aliases are followed to the addresses, each with its TTL', async () => {
  const answer = await answerOf(({ type }) => ({
    answers: [
      alias(name, 'lb.example.net', 300),
      alias('LB.example.net', 'edge.example.org', 20),
      type === 'A'
        ? a('edge.example.org', '192.0.2.7', 5)
        : aaaa('edge.example.org', '2001:db8::7'),
    ],
  }));
  assert.equal(answer.a, 'ok');
  assert.equal(answer.aaaa, 'ok');
  assert.deepEqual(answer.chain, [
    { name, to: 'lb.example.net', ttlS: 300 },
    { name: 'lb.example.net', to: 'edge.example.org', ttlS: 20 },
  ]);
  assert.deepEqual(answer.addresses, [
    { address: '192.0.2.7', family: 4, ttlS: 5 },
    { address: '2001:db8::7', family: 6, ttlS: 60 },
  ]);
});

test('a server that stops at an alias is asked for what it points to', async () => {
  await using server = await startNameServer(({ name: asked }) =>
    asked === name
      ? { answers: [alias(name, 'lb.example.net')] }
      : { answers: [a(asked, '192.0.2.7')] },
  );
  const answer = await ask(server);
  assert.equal(answer.a, 'ok');
  assert.equal(answer.aaaa, 'no-data');
  assert.equal(answer.chain.length, 1);
  assert.equal(answer.addresses[0]?.address, '192.0.2.7');
  assert.ok(server.asked.some(({ name, type }) => name === 'lb.example.net' && type === 'A'));
});

test('an SOA beside an alias says that nothing lies behind it', async () => {
  const mname = 'ns.example.net';
  await using server = await startNameServer(() => ({
    answers: [alias(name, 'lb.example.net')],
    authorities: [{ type: 'SOA', name: 'example.net', data: { mname, rname: 'x.example.net' } }],
  }));
  const answer = await ask(server);
  assert.deepEqual([answer.a, answer.aaaa], ['no-data', 'no-data']);
  assert.equal(server.asked.length, 2);
});

test('an alias to a name that does not exist is NXDOMAIN, and the chain is kept', async () => {
  const answer = await answerOf(() => ({
    flags: rcode.nxdomain,
    answers: [alias(name, 'gone.example.net')],
  }));
  assert.equal(answer.a, 'nxdomain');
  assert.equal(answer.chain[0]?.to, 'gone.example.net');
});

test('addresses of a name that was not asked for are ignored', async () => {
  const answer = await answerOf(() => ({ answers: [a('other.example.com', '203.0.113.9')] }));
  assert.equal(answer.a, 'no-data');
  assert.deepEqual(answer.addresses, []);
});

test('each refusal has its own status', async () => {
  assert.equal((await answerOf(failing(rcode.nxdomain))).a, 'nxdomain');
  assert.equal((await answerOf(failing(rcode.serverFailure))).a, 'server-failure');
  assert.equal((await answerOf(failing(rcode.refused))).aaaa, 'refused');
  assert.equal((await answerOf(() => ({}))).aaaa, 'no-data');
});

test('aliases that go round are a loop', async () => {
  const inOneAnswer = await answerOf(() => ({
    answers: [alias(name, 'b.example'), alias('b.example', name)],
  }));
  assert.equal(inOneAnswer.a, 'cname-loop');
  assert.equal(inOneAnswer.chain.length, 2);

  const inSeveral = await answerOf(({ name: asked }) => ({
    answers: [alias(asked, asked === name ? 'b.example' : name)],
  }));
  assert.equal(inSeveral.aaaa, 'cname-loop');
});

test('aliases without end are cut off after eight', async () => {
  await using server = await startNameServer(({ name: asked }) => ({
    answers: [alias(asked, `x.${asked}`)],
  }));
  const answer = await ask(server);
  assert.equal(answer.a, 'cname-loop');
  assert.equal(answer.chain.length, 8);
  assert.ok(server.asked.length <= 18);
});

test('a truncated answer is fetched over TCP', async () => {
  await using server = await startNameServer(({ over, type, name: asked }) => {
    if (over === 'udp') return { flags: TRUNCATED_RESPONSE };
    const many = Array.from({ length: 40 }, (_, n) => a(asked, `192.0.2.${n + 1}`));
    return { answers: type === 'A' ? many : [] };
  });
  const answer = await ask(server);
  assert.equal(answer.a, 'ok');
  assert.equal(answer.addresses.length, 40);
  assert.equal(answer.aaaa, 'no-data');
});

test('of a thousand addresses a bounded number is kept', async () => {
  const many = Array.from({ length: 1000 }, (_, n) => a(name, `10.0.${n >> 8}.${n & 255}`));
  const answer = await answerOf(({ over }) =>
    over === 'udp' ? { flags: TRUNCATED_RESPONSE } : { answers: many },
  );
  assert.equal(answer.addresses.length, 64);
});

test('answers with another id or another question are not ours, and the right one still counts', async () => {
  const answer = await answerOf((asked, request) => {
    const id = ((request.id ?? 0) + 1) & 0xffff;
    const wrong = { answers: [a(name, '203.0.113.66')] };
    const elsewhere = { type: 'A', name: 'other.example.com' } as const;
    return [
      Buffer.from('?'),
      replyTo(request, { ...wrong, id }),
      replyTo(request, { ...wrong, questions: [elsewhere] }),
      replyTo(request, { ...wrong, type: 'query' }),
      replyTo(request, { answers: asked.type === 'A' ? [a(name, '192.0.2.1')] : [] }),
    ];
  });
  assert.deepEqual(
    answer.addresses.map(({ address }) => address),
    ['192.0.2.1'],
  );
});

test('a flood of foreign datagrams ends the wait', async () => {
  const answer = await answerOf(() => Array.from({ length: 150 }, () => Buffer.from('junk')));
  assert.deepEqual([answer.a, answer.aaaa], ['malformed', 'malformed']);
});

test('a server that said nothing but nonsense was not silent', async () => {
  const stop = new AbortController();
  await using server = await startNameServer(({ extended, type }, request) => {
    if (extended) return [Buffer.from('junk'), replyTo(request, { flags: rcode.formatError })];
    if (type === 'A') stop.abort();
    return null;
  });
  assert.equal((await ask(server, stop.signal)).a, 'malformed');
});

test('an answer that breaks off, or points in circles, is malformed', async () => {
  const cut = await answerOf((_, request) => {
    const whole = replyTo(request, { answers: [a(name, '192.0.2.1')] });
    return whole.subarray(0, whole.length - 8);
  });
  assert.equal(cut.a, 'malformed');

  const circular = await answerOf((_, request) => {
    const whole = replyTo(request, { answers: [a(name, '192.0.2.1')] });
    const owner = whole.length - 4 - 10 - (name.length + 2);
    whole.writeUInt16BE(0xc000 | owner, owner);
    return whole;
  });
  assert.equal(circular.a, 'malformed');
});

test('a record too short for an address is malformed', async () => {
  const answer = await answerOf((_, request) => {
    const whole = replyTo(request, { answers: [a(name, '192.0.2.1')] });
    return whole.subarray(0, whole.length - 2);
  });
  assert.equal(answer.a, 'malformed');
});

test('a hostile alias is kept as text', async () => {
  const hostile = '\u001b[31m"<b>"\nx.example';
  const answer = await answerOf(({ name: asked }) =>
    asked === name ? { answers: [alias(name, hostile)] } : { flags: rcode.nxdomain },
  );
  assert.equal(answer.chain[0]?.to, hostile);
  assert.equal(answer.a, 'nxdomain');
});

test('a server older than EDNS is asked without it', async () => {
  await using server = await startNameServer(({ extended, type }) =>
    extended
      ? { flags: rcode.formatError, questions: [] }
      : { answers: type === 'A' ? [a(name, '192.0.2.1')] : [] },
  );
  const answer = await ask(server);
  assert.deepEqual([answer.a, answer.aaaa], ['ok', 'no-data']);
});

test('a lost question is put again, without EDNS', async () => {
  await using server = await startNameServer(({ extended }) =>
    extended ? null : { answers: [a(name, '192.0.2.1')] },
  );
  assert.equal((await ask(server)).a, 'ok');
});

test('a silent server is a timeout once the signal aborts, and no socket stays open', async () => {
  const before = await openSockets();
  {
    const stop = new AbortController();
    await using server = await startNameServer(({ type }) => {
      if (type === 'AAAA') stop.abort();
      return null;
    });
    const answer = await ask(server, stop.signal);
    assert.deepEqual([answer.a, answer.aaaa], ['timeout', 'timeout']);
    assert.deepEqual([answer.chain, answer.addresses], [[], []]);
  }
  assert.equal(await openSockets(), before);
});

test('a server that is silent over TCP is a timeout once the signal aborts', async () => {
  const before = await openSockets();
  {
    const stop = new AbortController();
    await using server = await startNameServer(({ over }) => {
      if (over === 'udp') return { flags: TRUNCATED_RESPONSE };
      stop.abort();
      return null;
    });
    assert.equal((await ask(server, stop.signal)).a, 'timeout');
  }
  assert.equal(await openSockets(), before);
});

test('an aborted signal asks nothing', async () => {
  await using server = await startNameServer(() => ({}));
  const answer = await ask(server, AbortSignal.abort());
  assert.deepEqual([answer.a, answer.aaaa], ['timeout', 'timeout']);
  assert.deepEqual(server.asked, []);
});

test('a server that never answers AAAA does not withhold A', async () => {
  await using server = await startNameServer(({ type }) =>
    type === 'A' ? { answers: [a(name, '192.0.2.1')] } : null,
  );
  const { endpoint } = server;
  const answer = await askResolver({ server: endpoint, name, signal: forever, graceMs: 20 });
  assert.deepEqual([answer.a, answer.aaaa], ['ok', 'timeout']);
});

test('a closed port is unreachable', async () => {
  const free = createSocket('udp4');
  await new Promise<void>((resolve) => free.bind(0, '127.0.0.1', resolve));
  const server = { address: '127.0.0.1', port: free.address().port };
  await new Promise<void>((resolve) => free.close(resolve));
  const answer = await askResolver({ server, name, signal: forever, graceMs: 60_000 });
  assert.deepEqual([answer.a, answer.aaaa], ['unreachable', 'unreachable']);
  assert.equal(answer.server, `127.0.0.1:${server.port}`);
});

async function openSockets(): Promise<number> {
  // A closed one is counted until the event loop has come round.
  for (let turn = 0; turn < 3; turn += 1) await new Promise(setImmediate);
  return process.getActiveResourcesInfo().filter((kind) => /UDP|TCP/.test(kind)).length;
}
