// `npm run readme`: brings the table of codes and a real captured run into README.md.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { relative } from 'node:path';
import { execPath, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { codesTable } from '../src/knowledge/codes-table.ts';
import { openLab } from './lab/lab.ts';
import { writePart } from './readme.ts';

const bin = fileURLToPath(new URL('../../bin/mqtt-doctor.js', import.meta.url));

writePart('codes', codesTable());
writePart('run', await capturedRun());
stdout.write('README.md has its codes and its run\n');

/** A shared broker, and a client that does not send its name. */
async function capturedRun(): Promise<string> {
  await using lab = await openLab();
  const { port } = await lab.mqtts({}, { requireSni: { names: ['localhost'], refuse: 'close' } });
  const ca = await lab.file('ca.crt', (await lab.authority()).cert);
  const args = ['check', `mqtts://localhost:${port}`, '--ca', ca, '--no-sni'];
  const child = spawn(execPath, [bin, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
  });
  await once(child, 'close');
  const typed = args.map((arg) => (arg === ca ? relative(lab.dir, ca) : arg)).join(' ');
  return ['```', `$ mqtt-doctor ${typed}`, '', output.trimEnd(), '```'].join('\n');
}
