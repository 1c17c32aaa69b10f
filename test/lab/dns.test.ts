import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { once } from 'node:events';
import { connect } from 'node:net';
import { test } from 'node:test';
import { decode, encode, type RecordType, streamDecode, streamEncode } from 'dns-packet';
import type { DnsServer } from './dns.ts';
import { openLab } from './lab.ts';

const query = (name: string, type: RecordType = 'A') => ({
  id: 4711,
  type: 'query' as const,
  questions: [{ name, type }],
});

/** The first datagrams that come back, as many as asked for. */
async function udp({ host, port }: DnsServer, name: string, type?: RecordType, count = 1) {
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4');
  const answers: Buffer[] = [];
  const enough = new Promise<void>((done) => {
    socket.on('message', (bytes) => {
      if (answers.push(bytes) === count) done();
    });
  });
  socket.send(encode(query(name, type)), port, host);
  await enough;
  socket.close();
  return answers;
}

async function answer(dns: DnsServer, name: string, type?: RecordType) {
  const [bytes = Buffer.alloc(0)] = await udp(dns, name, type);
  return decode(bytes);
}

const codeOf = (bytes: Buffer) => bytes.readUInt16BE(2) & 0xf;

test('a resolver of this runtime gets addresses, chains, no data and NXDOMAIN', async () => {
  await using lab = await openLab();
  const dns = await lab.dns({
    'broker.test': { a: ['127.0.0.1', '127.0.0.2'], aaaa: ['::1'] },
    'alias.test': { cname: 'second.test' },
    'second.test': { cname: 'broker.test' },
    'empty.test': {},
  });
  const resolver = new Resolver();
  resolver.setServers([`127.0.0.1:${dns.port}`]);
  assert.deepEqual(await resolver.resolve4('broker.test'), ['127.0.0.1', '127.0.0.2']);
  assert.deepEqual(await resolver.resolve6('alias.test'), ['::1']);
  await assert.rejects(resolver.resolve4('empty.test'), { code: 'ENODATA' });
  await assert.rejects(resolver.resolve4('gone.test'), { code: 'ENOTFOUND' });
  assert.deepEqual(dns.queries[0], { name: 'broker.test', type: 'A', over: 'udp' });
});

test('a chain is sent whole, each record with its time to live', async () => {
  await using lab = await openLab();
  const dns = await lab.dns({
    'alias.test': { cname: 'broker.test', ttlS: 5 },
    'broker.test': { a: ['127.0.0.1'], ttlS: 60 },
  });
  const { answers } = await answer(dns, 'Alias.test');
  assert.deepEqual(
    answers?.map((record) => [record.name, record.type, 'ttl' in record && record.ttl]),
    [
      ['Alias.test', 'CNAME', 5],
      ['broker.test', 'A', 60],
    ],
  );
});

test('a chain may go round, or end nowhere', async () => {
  await using lab = await openLab();
  const dns = await lab.dns({
    'one.test': { cname: 'two.test' },
    'two.test': { cname: 'one.test' },
    'dangling.test': { cname: 'gone.test' },
  });
  assert.ok(((await answer(dns, 'one.test')).answers?.length ?? 0) >= 2);
  const [bytes = Buffer.alloc(2)] = await udp(dns, 'dangling.test');
  assert.equal(codeOf(bytes), 3);
  assert.equal(decode(bytes).answers?.length, 1);
});

test('a name can have any response code, for one type alone too', async () => {
  await using lab = await openLab();
  const dns = await lab.dns({
    'servfail.test': { trouble: 'SERVFAIL' },
    'refused.test': { trouble: 'REFUSED' },
    'half.test': { a: ['127.0.0.1'], trouble: 'NXDOMAIN', troubleFor: ['AAAA'] },
    '*': { a: ['127.0.0.9'] },
  });
  const code = async (name: string, type?: RecordType) => {
    const [bytes = Buffer.alloc(2)] = await udp(dns, name, type);
    return codeOf(bytes);
  };
  assert.equal(await code('servfail.test'), 2);
  assert.equal(await code('refused.test'), 5);
  assert.equal(await code('half.test', 'A'), 0);
  assert.equal(await code('half.test', 'AAAA'), 3);
  assert.equal(await code('anything.else'), 0);
});

test('an answer can be truncated over UDP and whole over TCP', async () => {
  await using lab = await openLab();
  const dns = await lab.dns({ 'big.test': { a: ['127.0.0.1'], trouble: 'truncated' } });
  const short = await answer(dns, 'big.test');
  assert.ok(short.flag_tc);
  assert.equal(short.answers?.length, 0);
  const socket = connect(dns.port, dns.host);
  const bytes = streamEncode(query('big.test'));
  socket.write(bytes.subarray(0, 5));
  socket.write(bytes.subarray(5));
  const [reply] = await once(socket, 'data');
  assert.equal(streamDecode(reply).answers?.length, 1);
  socket.destroy();
  assert.deepEqual(
    dns.queries.map(({ over }) => over),
    ['udp', 'tcp'],
  );
});

test('an answer can have the wrong id, the wrong question, or no sense', async () => {
  await using lab = await openLab();
  const a = ['127.0.0.1'];
  const dns = await lab.dns({
    'id.test': { a, trouble: 'wrong-id' },
    'first.test': { a, trouble: 'wrong-id-first' },
    'question.test': { a, trouble: 'wrong-question' },
    'garbage.test': { a, trouble: 'garbage' },
    'cut.test': { a, trouble: 'cut' },
  });
  assert.notEqual((await answer(dns, 'id.test')).id, 4711);
  const both = await udp(dns, 'first.test', 'A', 2);
  assert.deepEqual(
    both.map((bytes) => decode(bytes).id === 4711),
    [false, true],
  );
  assert.equal((await answer(dns, 'question.test')).questions?.[0]?.name, 'other.test');
  const [cut] = await udp(dns, 'cut.test');
  assert.equal(cut?.at(-1), 127, 'three bytes of the address are missing');
  const [garbage] = await udp(dns, 'garbage.test');
  assert.equal(garbage?.toString(), 'not a DNS message at all');
});

test('a name can be silent or slow, and others are answered meanwhile', async () => {
  await using lab = await openLab();
  const a = ['127.0.0.1'];
  const dns = await lab.dns({
    'silent.test': { a, trouble: 'silent' },
    'slow.test': { a, delayMs: 60 },
    'quick.test': { a },
  });
  const socket = createSocket('udp4');
  const order: string[] = [];
  const two = new Promise<void>((done) => {
    socket.on('message', (bytes) => {
      if (order.push(decode(bytes).questions?.[0]?.name ?? '') === 2) done();
    });
  });
  for (const name of ['silent.test', 'slow.test', 'quick.test']) {
    socket.send(encode(query(name)), dns.port, dns.host);
  }
  await two;
  socket.close();
  assert.deepEqual(order, ['quick.test', 'slow.test']);
});

test('a name server can lack TCP, and listen on ::1', async () => {
  await using lab = await openLab();
  const dns = await lab.dns({ 'a.test': { a: ['127.0.0.1'] } }, { host: '::1', tcp: false });
  assert.equal((await answer(dns, 'a.test')).answers?.length, 1);
  const [error] = await once(connect(dns.port, '::1'), 'error').catch((thrown) => [thrown]);
  assert.equal(error.code, 'ECONNREFUSED');
});
