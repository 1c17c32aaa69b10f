// nginx on one free loopback port, with a configuration of its own.

import { shutPort } from '../lab/dead-ports.ts';
import { type Daemon, startDaemon } from './daemon.ts';
import { loopback } from './setup.ts';

interface Setup {
  /** What `stream {}` or `http {}` holds, given what to `listen` on. */
  readonly stream?: (listen: string) => string;
  readonly http?: (listen: string) => string;
  readonly files?: Readonly<Record<string, string>>;
}

export async function startNginx({ stream, http, files }: Setup): Promise<Daemon> {
  const port = await shutPort(loopback);
  const listen = `${loopback}:${port}`;
  return startDaemon({
    port,
    command: 'nginx',
    args: ['-p', '.', '-e', 'stderr', '-c', 'nginx.conf'],
    comesIn: 'nginx-light libnginx-mod-stream',
    ready: /start worker process \d/,
    files: {
      ...files,
      'nginx.conf': [
        'load_module /usr/lib/nginx/modules/ngx_stream_module.so;',
        'user root;', // Started by root it would become a user who may not read our files.
        'daemon off; worker_processes 1; pid nginx.pid; error_log stderr info;',
        'events { worker_connections 64; }',
        ...(stream ? [`stream { ${stream(listen)} }`] : []),
        ...(http ? [`http { ${ownFolders} ${http(listen)} }`] : []),
        '',
      ].join('\n'),
    },
  });
}

/** Those that are compiled in belong to the machine's own nginx. */
const ownFolders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  .map((one) => `${one}_temp_path ${one};`)
  .concat('access_log off;')
  .join(' ');
