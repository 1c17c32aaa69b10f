// `npm run demo`: a broker with TLS and a password on this machine, the real program against
// it, and then against three variants that are broken on purpose. Nothing leaves loopback.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { relative } from 'node:path';
import { stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { openLab } from '../test/lab/lab.ts';

const bin = fileURLToPath(new URL('../../bin/mqtt-doctor.js', import.meta.url));

await using lab = await openLab();
const users = { alice: 'correct horse battery staple' };
const ca = await lab.file('ca.crt', (await lab.authority()).cert);
const password = await lab.file('password.txt', `${users.alice}\n`);
const wrongPassword = await lab.file('wrong-password.txt', 'incorrect horse\n');

const broker = await lab.mqtts({ connect: { users } });
const shared = await lab.mqtts(
  { connect: { users } },
  {
    requireSni: { names: ['localhost'], refuse: 'close' },
  },
);

const login = ['-u', 'alice', '--password-file', password];
const url = `mqtts://localhost:${broker.port}`;

await show('A healthy broker with TLS and a password', [url, '--ca', ca, ...login]);
await show('Broken 1: the client was not given the authority (CA) of the broker', [url, ...login]);
await show('Broken 2: the password is wrong', [
  ...[url, '--ca', ca, '-u', 'alice'],
  ...['--password-file', wrongPassword],
]);
await show('Broken 3: a shared broker, and a client that does not send its name', [
  ...[`mqtts://localhost:${shared.port}`, '--ca', ca, '--no-sni'],
  ...login,
]);
stdout.write(
  '\nThat was mqtt-doctor. Try it on your own broker: node bin/mqtt-doctor.js check HOST\n',
);

async function show(title: string, args: readonly string[]): Promise<void> {
  const typed = args.map((arg) => (arg.startsWith(lab.dir) ? relative(lab.dir, arg) : arg));
  stdout.write(`\n━━━ ${title}\n$ mqtt-doctor check ${typed.join(' ')}\n\n`);
  const child = spawn(process.execPath, [bin, 'check', ...args], { stdio: 'inherit' });
  const [exitCode] = await once(child, 'close');
  stdout.write(`\n(exit code ${exitCode})\n`);
}
