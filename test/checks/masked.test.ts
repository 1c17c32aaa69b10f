// What a broker says back of a password, in every form that can be foreseen.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { masked } from '../../src/checks/masked.ts';
import { noCredentials, Secret } from '../../src/target.ts';

const password = 'p"ss/wörd 4+1';
const credentials = {
  ...noCredentials,
  username: new Secret('alice'),
  password: new Secret(password),
};
const said = (reason: string) => masked({ reason }, credentials).reason;

const basic = Buffer.from(`alice:${password}`).toString('base64');
const forms = {
  raw: password,
  'JSON-escaped': JSON.stringify(password).slice(1, -1),
  'percent-encoded': encodeURIComponent(password),
  'form-encoded': 'p%22ss%2Fw%C3%B6rd+4%2B1',
  'lower-case hex': Buffer.from(password).toString('hex'),
  'upper-case hex': Buffer.from(password).toString('hex').toUpperCase(),
  'escaped bytes': 'p"ss/w\\xc3\\xb6rd 4+1',
};

for (const [name, form] of Object.entries(forms)) {
  test(`a password comes back ${name}`, () => {
    assert.equal(said(`wrong: ${form}!`), 'wrong: [secret]!');
  });
}

test('a password comes back in base64, whatever stands before it', () => {
  for (const before of ['', 'a', 'ab', 'abc']) {
    const encoded = Buffer.from(`${before}${password}`).toString('base64');
    assert.doesNotMatch(said(encoded), /cCJzcy|InNzL3|ic3Mvd/);
    assert.match(said(encoded), /\[secret\]/);
  }
});

test('user name and password come back as in HTTP Basic', () => {
  assert.doesNotMatch(said(`Basic ${basic}`), new RegExp(basic.slice(8, 20)));
});

test('a text that was cut off in the middle of the password', () => {
  const text = `${'x'.repeat(100)}${password.slice(0, 8)}`;
  assert.equal(said(text), `${'x'.repeat(100)}[secret]`);
});

test('only the words of others are touched, not what the user named', () => {
  const own = { clientId: password, topic: password, properties: { reasonString: password } };
  assert.deepEqual(masked(own, credentials), {
    ...own,
    properties: { reasonString: '[secret]' },
  });
});

test('a password of three characters stands in other words by chance', () => {
  const short = { ...noCredentials, password: new Secret('not') };
  assert.equal(masked({ reason: 'not authorized' }, short).reason, 'not authorized');
});

test('a user name is hidden where it is as long as a token', () => {
  const named = { ...noCredentials, username: new Secret('token-0123456789abcdef') };
  assert.equal(
    masked({ reason: 'who is token-0123456789abcdef?' }, named).reason,
    'who is [secret]?',
  );
  assert.equal(said('who is alice?'), 'who is alice?');
});
