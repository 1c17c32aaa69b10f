// HAProxy on one free loopback port, with a configuration of its own.

import { shutPort } from '../lab/dead-ports.ts';
import { type Daemon, startDaemon } from './daemon.ts';
import { loopback } from './setup.ts';

interface Setup {
  /** Lines of haproxy.cfg, given the address to `bind`. */
  readonly config: (address: string) => readonly string[];
  readonly files?: Readonly<Record<string, string>>;
}

export async function startHaproxy({ config, files }: Setup): Promise<Daemon> {
  const port = await shutPort(loopback);
  return startDaemon({
    port,
    command: 'haproxy',
    // A master says when its worker is there; alone it says nothing.
    args: ['-W', '-db', '-f', 'haproxy.cfg'],
    comesIn: 'haproxy',
    ready: /Loading success/,
    files: {
      ...files,
      'haproxy.cfg': [
        'global',
        'log stderr format raw daemon debug',
        'tune.ssl.default-dh-param 2048',
        'defaults',
        'mode tcp',
        'log global',
        'option tcplog',
        'timeout connect 2s',
        'timeout client 20s',
        'timeout server 20s',
        'retries 0',
        ...config(`${loopback}:${port}`),
        '',
      ].join('\n'),
    },
  });
}
