// One machine of a network, as a network namespace: its firewall, its own files in /etc, and
// the doctor run on it.

import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Visit } from './doctor.ts';
import { searchPath } from './program.ts';

// From .build/test/system.
const program = fileURLToPath(new URL('../../../bin/mqtt-doctor.js', import.meta.url));

export class Machine {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  get through(): readonly string[] {
    return ['ip', 'netns', 'exec', this.name];
  }

  /** Its own file in place of /etc/`file`. */
  async etc(file: string, content: string): Promise<void> {
    const folder = `/etc/netns/${this.name}`;
    await mkdir(folder, { recursive: true });
    await writeFile(`${folder}/${file}`, content);
  }

  /** `ip` on this machine. */
  async ip(command: string): Promise<void> {
    await shell(`ip -n ${this.name} ${command}`);
  }

  /** A firewall that lets all pass but what `rules` say of the packets at `hook`. */
  async filter(hook: 'input' | 'forward' | 'output', ...rules: readonly string[]): Promise<void> {
    const lines = rules.map((rule) => `add rule inet lab ${hook} ${rule}`);
    await shell(`ip netns exec ${this.name} nft -f - <<'END'
add table inet lab
add chain inet lab ${hook} { type filter hook ${hook} priority 0; }
${lines.join('\n')}
END`);
  }

  /** All TCP connections that come by end at its own `port`. */
  async redirect(port: number): Promise<void> {
    await shell(`ip netns exec ${this.name} nft -f - <<'END'
add table ip catch
add chain ip catch prerouting { type nat hook prerouting priority -100; }
add rule ip catch prerouting meta l4proto tcp redirect to :${port}
END`);
  }

  /** As `check` of doctor.ts, on this machine. */
  async check(args: readonly string[]): Promise<Visit> {
    const [command = '', ...before] = this.through;
    const doctor = [process.execPath, program, 'check', ...args, '--format', 'json'];
    const child = spawn(command, [...before, ...doctor], {
      env: { PATH: searchPath },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 60_000,
      killSignal: 'SIGKILL',
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    const [exitCode = null]: (number | null)[] = await once(child, 'close');
    assert.notEqual(stdout, '', `no report, and on stderr:\n${stderr}`);
    // The program's own format; a report of another shape fails the assertions on it.
    return { exitCode, stdout, stderr, report: JSON.parse(stdout) as Visit['report'] };
  }

  async remove(): Promise<void> {
    await rm(`/etc/netns/${this.name}`, { recursive: true, force: true });
    await shell(`ip netns delete ${this.name}`).catch(() => {}); // It may never have been made.
  }
}

/** Rejects with what it said on stderr. */
export async function shell(script: string): Promise<void> {
  const running = promisify(execFile)('sh', ['-ec', script], { env: { PATH: searchPath } });
  await running.catch((error: Error & { stderr?: string }) => {
    throw new Error(error.stderr?.trim() || error.message);
  });
}
