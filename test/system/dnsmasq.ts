// dnsmasq, as a name server that knows nothing but what it is told.

import { type Daemon, type Software, startDaemon } from './daemon.ts';

/** `lines`: of dnsmasq.conf. */
export function startDnsmasq(
  address: string,
  port: number,
  lines: readonly string[],
  through: Software['through'] = [],
): Promise<Daemon> {
  return startDaemon({
    port,
    through,
    command: 'dnsmasq',
    args: ['--keep-in-foreground', '--conf-file=dnsmasq.conf'],
    comesIn: 'dnsmasq-base',
    ready: /started, version/,
    files: {
      'dnsmasq.conf': [
        `listen-address=${address}`,
        `port=${port}`,
        'bind-interfaces',
        'log-facility=-',
        'log-queries',
        'user=root',
        'pid-file=',
        // Nothing of the machine's own.
        'no-hosts',
        'no-resolv',
        ...lines,
        '',
      ].join('\n'),
    },
  });
}
