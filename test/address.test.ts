// Addresses and names → what they say about themselves.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  isIpAddress,
  isLocalhost,
  isLocalName,
  isLoopback,
  isPrivate,
  isPublicName,
  isUnspecified,
} from '../src/address.ts';

const claims = { isIpAddress, isLocalhost, isLocalName, isLoopback, isPrivate, isPublicName };

function hold(text: string): readonly string[] {
  return Object.entries({ ...claims, isUnspecified })
    .filter(([, claim]) => claim(text))
    .map(([name]) => name);
}

const table: readonly (readonly [string, readonly string[]])[] = [
  ['broker.acme.io', ['isPublicName']],
  ['BROKER.acme.io.', ['isPublicName']],
  ['broker.example.com', []],
  ['broker.test', []],
  ['mosquitto', ['isLocalName']],
  ['homeassistant.local', ['isLocalName']],
  ['broker.home.arpa', ['isLocalName']],
  ['host.docker.internal', ['isLocalName']],
  ['localhost', ['isLocalhost', 'isLocalName']],
  ['broker.localhost', ['isLocalhost']],
  ['mylocalhost.io', ['isPublicName']],
  ['127.0.0.1', ['isIpAddress', 'isLocalhost', 'isLoopback']],
  ['127.83.0.1', ['isIpAddress', 'isLoopback']],
  ['::1', ['isIpAddress', 'isLocalhost', 'isLoopback']],
  ['0.0.0.0', ['isIpAddress', 'isUnspecified']],
  ['::', ['isIpAddress', 'isUnspecified']],
  ['192.168.1.7', ['isIpAddress', 'isPrivate']],
  ['172.31.0.1', ['isIpAddress', 'isPrivate']],
  ['172.32.0.1', ['isIpAddress']],
  ['100.64.0.1', ['isIpAddress', 'isPrivate']],
  ['fd00::7', ['isIpAddress', 'isPrivate']],
  ['fe80::7', ['isIpAddress', 'isPrivate']],
  ['2001:db8::7', ['isIpAddress']],
];

for (const [text, claimed] of table) {
  test(`what ${text} says about itself`, () => {
    assert.deepEqual(hold(text).toSorted(), claimed.toSorted());
  });
}
