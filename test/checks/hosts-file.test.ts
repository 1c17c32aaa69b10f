import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { hostsFileAddresses } from '../../src/checks/hosts-file.ts';

async function given(text: string, name: string): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'hosts-'));
  try {
    await writeFile(join(folder, 'hosts'), text);
    return await hostsFileAddresses(name, join(folder, 'hosts'));
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('a hosts file gives every address of the exact name, in any case', async () => {
  const text = [
    '\t192.0.2.1  other.example.com Broker.Example.COM  # broker.example.com',
    '2001:db8::1 broker.example.com\r',
    '192.0.2.1 broker.example.com',
    '#192.0.2.3 broker.example.com',
    'nonsense broker.example.com',
    '192.0.2.4 my.broker.example.com',
  ].join('\n');
  assert.deepEqual(await given(text, 'broker.example.com'), ['192.0.2.1', '2001:db8::1']);
});

test('what lies behind the first mebibyte of a hosts file is not read', async () => {
  const padding = '# \n'.repeat(350_000);
  assert.deepEqual(
    await given(`${padding}192.0.2.1 broker.example.com\n`, 'broker.example.com'),
    [],
  );
});

test('a hosts file that is missing gives nothing', async () => {
  assert.deepEqual(await hostsFileAddresses('localhost', join(tmpdir(), 'no', 'such')), []);
});
