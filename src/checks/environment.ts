// What support asks about the machine first. Nothing that identifies its user.

import { getServers } from 'node:dns';
import { existsSync } from 'node:fs';
import { arch, platform, release } from 'node:os';
import type { Environment } from '../evidence.ts';

const containerSigns = ['/.dockerenv', '/run/.containerenv', '/var/run/secrets/kubernetes.io'];

export function readEnvironment(): Environment {
  return {
    os: `${platform()} ${release()} ${arch()}`,
    runtime: `Node.js ${process.version}`,
    openssl: process.versions.openssl,
    resolvers: getServers(),
    container: containerSigns.find((path) => existsSync(path)) ?? null,
    clock: new Date().toISOString(),
  };
}
