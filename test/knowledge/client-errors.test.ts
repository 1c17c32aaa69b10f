import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explanationOf } from '../../src/knowledge/catalogue.ts';
import { clients } from '../../src/knowledge/client-errors/index.ts';
import { numbered } from '../../src/knowledge/client-errors/patterns.ts';
import { printedFor } from '../../src/knowledge/printed.ts';
import { recognise } from '../../src/knowledge/recognise.ts';

const all = clients.flatMap(({ name, errors }) => errors.map((error) => ({ name, ...error })));

test('every pattern matches the line it was made for', () => {
  for (const { name, pattern, example } of all) {
    assert.match(example, pattern, name);
  }
  assert.ok(all.length > 450);
});

test('no pattern can be made slow: every quantifier has an upper bound', () => {
  const patterns = [
    ...all.map(({ pattern }) => pattern),
    ...clients.flatMap(({ signs }) => signs ?? []),
  ];
  for (const pattern of patterns) {
    const bare = pattern.source.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
    assert.doesNotMatch(bare, /[*+]|\{\d+,\}/, pattern.source);
    for (const [, most] of bare.matchAll(/\{\d+,?(\d*)\}/g)) assert.ok(Number(most) <= 200);
    assert.doesNotMatch(pattern.flags, /[gy]/);
  }
});

test('the codes that fit are codes that exist, each once', () => {
  for (const { name, example, codes } of all) {
    for (const code of codes) assert.ok(explanationOf(code), `${name}: ${code}`);
    assert.equal(new Set(codes).size, codes.length, `${name}: ${example}`);
  }
});

test('where no code fits it says where to look instead', () => {
  for (const { name, example, codes, settles } of all) {
    if (codes.length > 0 || /AWS|WebSocket/.test(name)) continue;
    assert.ok(settles, `${name}: ${example}`);
  }
});

test('what a line means is a sentence', () => {
  for (const { name, example, means, settles = 'Yes.' } of all) {
    assert.match(means, /^\S.*[^.]\.$/, `${name}: ${example}`);
    assert.match(settles, /\.$/, `${name}: ${example}`);
  }
});

test('a line by itself gives its own meaning, unless another line of it says more', () => {
  for (const { name, example, means, weight } of all) {
    const { found } = recognise(example);
    assert.ok(found.length > 0, `${name}: ${example}`);
    const own = found.some((one) => one.means === means);
    assert.ok(own || weight !== undefined, `${name}: ${example} → ${found[0]?.means}`);
  }
});

test('a number counts behind a label or alone, not inside of another', () => {
  for (const line of ['rc=-2', 'rc = -2', 'state(): -2', 'failed, rc=-2 try again', ' -2 ']) {
    assert.match(line, numbered(-2));
  }
  for (const line of ['rc=-20', 'rc=-2.5', 'rc=2', 'arc-2', '12:00-2', 'error: 0x2', 'id -2']) {
    assert.doesNotMatch(line, numbered(-2));
  }
  assert.match('return code 5.', numbered(5));
  assert.doesNotMatch('return code -5', numbered(5));
});

test('the likeliest lines of other clients are given for a code, one for each client', () => {
  const lines = printedFor('tls/unknown-ca');
  assert.ok(lines.some(({ line }) => line.includes('unable to get local issuer certificate')));
  assert.ok(lines.some(({ line }) => line.includes('PKIX path building failed')));
  assert.equal(new Set(lines.map(({ client }) => client)).size, lines.length);
  assert.deepEqual(printedFor('input/secret-on-command-line'), []);
});
