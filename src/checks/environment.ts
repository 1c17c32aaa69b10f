// What support asks about the machine first. Nothing that identifies its user.

import dns from 'node:dns';
import { existsSync, readFileSync } from 'node:fs';
import { arch, platform, release } from 'node:os';
import type { Environment } from '../evidence.ts';

const containerSigns = ['/.dockerenv', '/run/.containerenv', '/var/run/secrets/kubernetes.io'];

export function readEnvironment(): Environment {
  return {
    os: `${platform()} ${release()} ${arch()}`,
    runtime: `Node.js ${process.version}`,
    openssl: process.versions.openssl,
    resolvers: dns.getServers(),
    container: containerSign(),
    clock: new Date().toISOString(),
  };
}

/** A virtual machine made from a container's image keeps the signs, and has a disk of its own. */
function containerSign(): string | null {
  const sign = containerSigns.find((path) => existsSync(path));
  return sign && !rootIsDisk() ? sign : null;
}

function rootIsDisk(): boolean {
  try {
    const mounts = readFileSync('/proc/self/mountinfo', 'latin1').split('\n');
    // ID, parent, device, root, mount point, options... - type, source, options: proc(5).
    const root = mounts.find((line) => line.split(' ')[4] === '/');
    const source = root?.split(' - ')[1]?.split(' ')[1] ?? '';
    return source.startsWith('/dev/') && !source.includes('docker');
  } catch {
    return false;
  }
}
