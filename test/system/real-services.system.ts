// Servers that have nothing to do with MQTT, behind the port that is dialled.

import { mkdir } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { shutPort } from '../lab/dead-ports.ts';
import { type Daemon, type Software, startDaemon } from './daemon.ts';
import { check } from './doctor.ts';
import { run } from './program.ts';
import { loopback } from './setup.ts';
import { assertCause } from './verdict.ts';

const start = async (software: (port: number) => Omit<Software, 'port'>): Promise<Daemon> => {
  const port = await shutPort(loopback);
  return startDaemon({ port, ...software(port) });
};

const redis = (...settings: readonly string[]) =>
  start((port) => ({
    command: 'redis-server',
    args: ['--bind', loopback, '--port', `${port}`, '--save', '', ...settings],
    comesIn: 'redis-server',
    ready: /Ready to accept connections/,
  }));

async function hostKey(): Promise<string> {
  return run('openssl', ['genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048']);
}

/** Python's own left it with 3.12. */
const mailServer = `
import socketserver, sys
class Mail(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(b'220 mail.example ESMTP ready\\r\\n')
        for line in self.rfile:
            self.wfile.write(b'500 5.5.2 Error: command not recognized\\r\\n')
socketserver.ThreadingTCPServer.daemon_threads = True
with socketserver.ThreadingTCPServer((sys.argv[1], int(sys.argv[2])), Mail) as server:
    print('listening')
    server.serve_forever()
`;

describe('another service', { concurrency: 3 }, () => {
  for (const [name, settings] of [
    ['Redis', []],
    ['Redis with a password', ['--requirepass', 'Kanarienvogel-7']],
  ] as const) {
    test(`${name} behind the port`, async () => {
      await using daemon = await redis(...settings);
      assertCause(
        await check([daemon.plain, '--timeout', '1500']),
        'protocol/other-service',
        daemon,
      );
      assertCause(
        await check([...daemon.secure, '--timeout', '1500']),
        'protocol/other-service',
        daemon,
      );
    });
  }

  test('an SSH server behind the port', async () => {
    const key = await hostKey();
    // Compiled in, and made by the service that is not started here.
    await mkdir('/run/sshd', { recursive: true });
    await using daemon = await start((port) => ({
      command: 'sh', // It starts itself anew in another folder, and asks for whole paths.
      args: ['-c', 'exec /usr/sbin/sshd -D -e -f "$PWD/sshd_config" -h "$PWD/key"'],
      comesIn: 'openssh-server',
      ready: /Server listening/,
      files: {
        key,
        sshd_config: [`ListenAddress ${loopback}:${port}`, 'PidFile none', 'UsePAM no', ''].join(
          '\n',
        ),
      },
    }));
    assertCause(await check([daemon.plain, '--timeout', '1500']), 'protocol/other-service', daemon);
    assertCause(
      await check([...daemon.secure, '--timeout', '1500']),
      'protocol/other-service',
      daemon,
    );
  });

  test('a mail server behind the port', async () => {
    await using daemon = await start((port) => ({
      command: 'python3',
      args: ['-u', '-c', mailServer, loopback, `${port}`],
      comesIn: 'python3',
      ready: /listening/,
    }));
    assertCause(await check([daemon.plain, '--timeout', '1500']), 'protocol/other-service', daemon);
    assertCause(
      await check([...daemon.secure, '--timeout', '1500']),
      'protocol/other-service',
      daemon,
    );
  });

  test("Python's web server behind the port", async () => {
    await using daemon = await start((port) => ({
      command: 'python3',
      args: ['-u', '-m', 'http.server', `${port}`, '--bind', loopback],
      comesIn: 'python3',
      ready: /Serving HTTP/,
    }));
    assertCause(await check([daemon.plain, '--timeout', '1500']), 'protocol/http', daemon);
    assertCause(await check([...daemon.secure, '--timeout', '1500']), 'protocol/http', daemon);
  });
});
