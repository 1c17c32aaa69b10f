import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ConnectionOptions, connect } from 'node:tls';
import type { AlpnRefusal } from './alpn.ts';
import { mintAuthority, selfSigned } from './certificates.ts';
import { dial } from './client.ts';
import { type Lab, openLab } from './lab.ts';
import { expired, forClients, forServers, notYetValid } from './order.ts';
import type { Service } from './service.ts';
import type { SniRefusal } from './sni.ts';
import type { BreakOff, TlsTraits } from './tls-front.ts';

const ca = await mintAuthority({ name: 'Lab Root CA' });
const names = ['broker.test', '127.0.0.1'];
const { fullchain, key } = await ca.issue({ commonName: 'broker.test', names });

const greets: Service = { accept: (stream) => stream.end('welcome') };

/** What a client hears that says nothing: the service's words, `''` for FIN, or the error's code. */
async function heard(port: number, options: ConnectionOptions = {}): Promise<string> {
  const { promise, resolve } = withResolvers<string>();
  const socket = connect({ port, host: '127.0.0.1', ca: ca.cert, ...options });
  let words = '';
  socket.on('data', (chunk) => {
    words += chunk.toString('latin1');
  });
  socket.on('end', () => resolve(words));
  socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  const said = await promise;
  socket.destroy();
  return said;
}

function withResolvers<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

async function greeter(lab: Lab, traits: TlsTraits): Promise<number> {
  return (await lab.listen(greets, { tls: { cert: fullchain, key, ...traits } })).port;
}

test('a healthy front completes the handshake and records it', async () => {
  await using lab = await openLab();
  const tls = { cert: fullchain, key, alpn: { names: ['mqtt'] } };
  const front = await lab.listen(greets, { tls });
  const options = { servername: 'broker.test', ALPNProtocols: ['x', 'mqtt'] };
  assert.equal(await heard(front.port, options), 'welcome');
  const [arrival] = front.arrivals;
  assert.equal(arrival?.hello?.serverName, 'broker.test');
  assert.deepEqual(arrival?.hello?.alpn, ['x', 'mqtt']);
  assert.equal(arrival?.secured?.version, 'TLSv1.3');
  assert.equal(arrival?.secured?.alpn, 'mqtt');
  assert.equal(arrival?.secured?.clientCertificate, null);
});

test('old versions, weak keys and pre-shared keys can be served', async () => {
  await using lab = await openLab();
  const old = await greeter(lab, { minVersion: 'TLSv1', maxVersion: 'TLSv1.1' });
  assert.equal(await heard(old), 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION');
  const lax: ConnectionOptions = { minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' };
  assert.equal(await heard(old, lax), 'welcome');
  const weak = await ca.issue({ commonName: 'w', names, key: 'rsa1024', signature: 'sha1' });
  const port = await greeter(lab, { cert: weak.cert, key: weak.key });
  assert.equal(await heard(port, lax), 'welcome');
  const psk = Buffer.from('c0ffee', 'hex');
  const shared = await lab.listen(greets, {
    tls: { ciphers: 'PSK', psk: { dev: psk }, maxVersion: 'TLSv1.2' },
  });
  assert.equal(await heard(shared.port), 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE');
  const pskCallback = () => ({ identity: 'dev', psk });
  const options = { ciphers: 'PSK', pskCallback, checkServerIdentity: () => undefined };
  assert.equal(await heard(shared.port, options), 'welcome');
});

test('certificates are sent as given', async () => {
  await using lab = await openLab();
  const middle = await ca.intermediate({ commonName: 'Middle' });
  const below = await middle.issue({ commonName: 'broker.test', names });
  const short = await greeter(lab, { cert: below.cert, key: below.key });
  assert.equal(await heard(short), 'UNABLE_TO_VERIFY_LEAF_SIGNATURE');
  const whole = await greeter(lab, { cert: below.fullchain, key: below.key });
  assert.equal(await heard(whole), 'welcome');
  const own = await selfSigned({ commonName: 'broker.test', names });
  const alone = await greeter(lab, { cert: own.cert, key: own.key });
  assert.equal(await heard(alone), 'DEPTH_ZERO_SELF_SIGNED_CERT');
  assert.equal(await heard(alone, { ca: own.cert }), 'welcome');
  const late = await ca.issue({ commonName: 'broker.test', names, ...expired });
  const past = await greeter(lab, { cert: late.cert, key: late.key });
  assert.equal(await heard(past), 'CERT_HAS_EXPIRED');
  const device = await ca.issue({ commonName: 'broker.test', names, ...forClients });
  const wrong = await greeter(lab, { cert: device.cert, key: device.key });
  assert.equal(await heard(wrong), 'INVALID_PURPOSE');
});

test('every ClientHello can be met with silence, FIN, RST or an alert', async () => {
  await using lab = await openLab();
  const answer = async (onClientHello: BreakOff) => heard(await greeter(lab, { onClientHello }));
  // The runtime's own word for a FIN before the handshake is over.
  assert.match(await answer('close'), /^$|ECONNRESET/);
  assert.equal(await answer('reset'), 'ECONNRESET');
  assert.equal(await answer({ alert: 80 }), 'ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR');
  const front = await lab.listen(greets, { tls: { cert: fullchain, key, onClientHello: 'stall' } });
  const socket = connect({ port: front.port, host: '127.0.0.1' });
  socket.on('error', () => {});
  await new Promise<void>((done) => {
    const look = () => (front.arrivals[0]?.hello ? done() : setImmediate(look));
    look();
  });
  assert.equal(socket.bytesRead, 0);
  socket.destroy();
});

const device = { commonName: 'dev1', ...forClients };
const other = await mintAuthority({ name: 'Other CA' });
const clients = {
  good: await ca.issue(device),
  expired: await ca.issue({ ...device, ...expired }),
  early: await ca.issue({ ...device, ...notYetValid }),
  purpose: await ca.issue({ ...device, ...forServers }),
  stranger: await other.issue(device),
};

for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
  test(`a bad client certificate gets OpenSSL's alert in ${version}`, async () => {
    await using lab = await openLab();
    const tls = { cert: fullchain, key, clientCertificate: { ca: ca.cert } };
    const front = await lab.listen(greets, { tls });
    const answer = (options: ConnectionOptions) =>
      heard(front.port, { maxVersion: version, ...options });
    const as = ({ cert, key }: { cert: string; key: string }) => answer({ cert, key });
    assert.equal(await as(clients.good), 'welcome');
    assert.equal(front.arrivals[0]?.secured?.clientCertificate?.subject.CN, 'dev1');
    assert.equal(await as(clients.expired), 'ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED');
    assert.equal(await as(clients.early), 'ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE');
    assert.equal(await as(clients.purpose), 'ERR_SSL_SSLV3_ALERT_UNSUPPORTED_CERTIFICATE');
    assert.equal(await as(clients.stranger), 'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA');
    assert.equal(
      await answer({}),
      version === 'TLSv1.3'
        ? 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED'
        : 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
    );
  });
}

test('the alert is right under every TLS 1.3 cipher, and after a HelloRetryRequest', async () => {
  await using lab = await openLab();
  const port = await greeter(lab, { clientCertificate: { ca: ca.cert } });
  const expected = 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED';
  for (const ciphers of ['TLS_AES_128_GCM_SHA256', 'TLS_CHACHA20_POLY1305_SHA256']) {
    assert.equal(await heard(port, { ciphers }), expected);
  }
  assert.equal(await heard(port, { ecdhCurve: 'X448:P-256' }), expected);
  const { cert, key } = clients.good;
  assert.equal(await heard(port, { ecdhCurve: 'X448:P-256', cert, key }), 'welcome');
});

test('a client certificate can be optional, and refused by hanging up', async () => {
  await using lab = await openLab();
  const optional = await greeter(lab, { clientCertificate: { ca: ca.cert, optional: true } });
  assert.equal(await heard(optional), 'welcome');
  const { cert, key } = clients.stranger;
  assert.equal(await heard(optional, { cert, key }), 'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA');
  const hangs = { ca: ca.cert, whenRefused: 'close' } as const;
  assert.equal(await heard(await greeter(lab, { clientCertificate: hangs })), '');
  const resets = { ca: ca.cert, whenRefused: 'reset' } as const;
  assert.equal(await heard(await greeter(lab, { clientCertificate: resets })), 'ECONNRESET');
});

test('a front that wants SNI refuses in the way it is told', async () => {
  await using lab = await openLab();
  const front = (refuse: SniRefusal, refuseUnknown?: SniRefusal) =>
    greeter(lab, {
      requireSni: { names: ['broker.test'], refuse, ...(refuseUnknown && { refuseUnknown }) },
    });
  const alert = await front('alert', { alert: 40 });
  assert.equal(await heard(alert, { servername: 'broker.test' }), 'welcome');
  assert.equal(await heard(alert), 'ERR_SSL_TLSV1_UNRECOGNIZED_NAME');
  assert.equal(
    await heard(alert, { servername: 'x.test' }),
    'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
  );
  assert.equal(await heard(await front('reset')), 'ECONNRESET');
  const stray = await selfSigned({ commonName: 'default.invalid' });
  const shows = await front({ certificate: { cert: stray.cert, key: stray.key } });
  assert.equal(await heard(shows), 'DEPTH_ZERO_SELF_SIGNED_CERT');
  assert.equal(await heard(shows, { servername: 'broker.test' }), 'welcome');
});

test('SNI can decide over CONNECT instead', async () => {
  await using lab = await openLab();
  const requireSni = { names: ['broker.test'], refuse: 'refuse-connect' } as const;
  const at = await lab.mqtts({}, { requireSni });
  const trusts = { ca: (await lab.authority()).cert };
  const without = await dial(at, {}, trusts);
  assert.deepEqual(await without.nextOf('reasonCode'), { reasonCode: 0x87 });
  const old = await dial(at, { protocolVersion: 4 }, trusts);
  assert.deepEqual(await old.nextOf('returnCode'), { returnCode: 5 });
  const named = await dial(at, {}, { ...trusts, servername: 'broker.test' });
  assert.deepEqual(await named.nextOf('reasonCode'), { reasonCode: 0 });
});

test('a front can show another certificate by name', async () => {
  await using lab = await openLab();
  const second = await ca.issue({ commonName: 'second.test' });
  const byName = { 'second.test': { cert: second.cert, key: second.key } };
  const port = await greeter(lab, { byName });
  assert.equal(await heard(port, { servername: 'second.test' }), 'welcome');
  assert.equal(await heard(port, { servername: 'broker.test' }), 'welcome');
});

test('a front that wants ALPN refuses in the way it is told', async () => {
  await using lab = await openLab();
  const front = (whenNone: AlpnRefusal, whenOther?: AlpnRefusal) =>
    greeter(lab, { alpn: { names: ['mqtt'], whenNone, ...(whenOther && { whenOther }) } });
  const strict = await front('http');
  assert.equal(await heard(strict, { ALPNProtocols: ['mqtt'] }), 'welcome');
  assert.match(await heardAfter(strict, 'CONNECT'), /^HTTP\/1\.1 400/);
  assert.equal(
    await heard(strict, { ALPNProtocols: ['h2'] }),
    'ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL',
  );
  const lax = await front('alert', 'accept');
  assert.equal(await heard(lax), 'ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL');
  assert.equal(await heard(lax, { ALPNProtocols: ['h2'] }), 'welcome');
  assert.equal(await heard(await front('close-after-handshake')), '');
});

async function heardAfter(port: number, words: string): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1', ca: ca.cert });
  socket.write(words);
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  return answer;
}
