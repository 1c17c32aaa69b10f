import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expandLabel, openerFor } from '../../src/checks/tls-secrets.ts';

test('a traffic secret gives the key and iv of the example trace in RFC 8448 §3', () => {
  const secret = Buffer.from(
    'b67b7d690cc16c4e75e54213cb2d37b4e9c912bcded9105d42befd59d391ad38',
    'hex',
  );
  const key = expandLabel('sha256', secret, 'key', 16);
  assert.equal(key.toString('hex'), '3fce516009c21727d0f2e4e86ee403bc');
  const iv = expandLabel('sha256', secret, 'iv', 12);
  assert.equal(iv.toString('hex'), '5d313eb2671276ee13000b30');
});

test('no key log, another label, a short secret and an unknown suite open nothing', () => {
  const secret = 'ab'.repeat(32);
  const line = `SERVER_TRAFFIC_SECRET_0 ${'00'.repeat(32)} ${secret}\n`;
  assert.ok(openerFor('SERVER_TRAFFIC_SECRET_0', [line], 0x1301));
  assert.equal(openerFor('SERVER_TRAFFIC_SECRET_0', [], 0x1301), null);
  assert.equal(openerFor('SERVER_HANDSHAKE_TRAFFIC_SECRET', [line], 0x1301), null);
  // SHA-384 secrets have 48 bytes.
  assert.equal(openerFor('SERVER_TRAFFIC_SECRET_0', [line], 0x1302), null);
  assert.equal(openerFor('SERVER_TRAFFIC_SECRET_0', [line], 0xc02f), null);
  assert.equal(openerFor('SERVER_TRAFFIC_SECRET_0', ['SERVER_TRAFFIC_SECRET_0 '], 0x1301), null);
});
