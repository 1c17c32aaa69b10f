// What the hosts file of this machine gives a name. Only reads it: which file wins over
// which name server is for the operating system to say.

import { open } from 'node:fs/promises';
import { isIP } from 'node:net';
import { sameName } from './domain-name.ts';

/** Lists that block advertisements are the largest seen; what lies behind is not read. */
const maxBytes = 1024 * 1024;

// Windows may be installed anywhere, and says where in this variable alone.
const { SystemRoot = 'C:\\Windows' } = process.env;
const systemHostsFile =
  process.platform === 'win32' ? `${SystemRoot}\\System32\\drivers\\etc\\hosts` : '/etc/hosts';

/** In the file's order, each once. Never rejects: a file that cannot be read gives nothing. */
export async function hostsFileAddresses(name: string, file = systemHostsFile): Promise<string[]> {
  const text = await readStart(file).catch(() => '');
  const addresses = text.split(/\r?\n/).flatMap((line) => {
    const [address, ...names] = line.replace(/#.*/, '').trim().split(/\s+/);
    const given = names.some((each) => sameName(each, name));
    return address !== undefined && isIP(address) && given ? [address] : [];
  });
  return [...new Set(addresses)];
}

async function readStart(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const buffer = Buffer.alloc(Math.min(maxBytes, (await handle.stat()).size));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}
