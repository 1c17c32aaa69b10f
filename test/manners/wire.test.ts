// Every scenario once more, with a password and with a client id of the user's, and what of it
// was seen on the wire: how often the password went out and where to, how many connections
// there were, how sessions ended, and what was left behind.

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Report } from '../../src/report.ts';
import { allScenarios, type NamedScenario } from '../scenarios/all.ts';
import { check } from '../scenarios/run.ts';
import type { Settings } from '../scenarios/scenario.ts';
import { openWatchedLab, type WatchedLab } from './watched-lab.ts';

const password = 'pass-phrase-that-only-this-test-knows';
const deviceId = 'device-of-the-user';
/** The main attempt included. Who asks for a deep look at a healthy broker asks for more. */
const most = { connections: 13, signIns: 3 };
const mostInDepth = { connections: 41, signIns: 13 };

const layers = ['connect', 'pubsub', 'protocol', 'alpn', 'tls', 'healthy'];
/** Other clients of the scenario's own come there, or the broker never hears that one has gone. */
const crowded = ['connect/client-id-taken', 'connect/client-id-taken-3.1.1', 'healthy/busy-topic'];

const scenarios = (await allScenarios()).filter(
  ({ id }) => layers.includes(id.split('/')[0] ?? '') && !crowded.includes(id),
);

interface Visit {
  readonly lab: WatchedLab;
  readonly args: readonly string[];
  readonly report: Report;
}

async function visit(
  { scenario }: NamedScenario,
  more: (settings: Settings, lab: WatchedLab) => Promise<readonly string[]>,
  look: (visit: Visit) => Promise<void> | void,
): Promise<void> {
  await using lab = await openWatchedLab();
  const settings = await scenario.build(lab);
  const args = [...settings.args, ...(await more(settings, lab))];
  const { stdout, stderr } = await check({ ...settings, args });
  assert.notEqual(stdout, '', stderr);
  // The program's own output, in the schema that other tests check.
  const report = JSON.parse(stdout) as Report;
  await Promise.race([allOver(lab), limit()]);
  await look({ lab, args, report });
}

/** When the broker has seen the end of every connection. */
async function allOver({ connections }: WatchedLab): Promise<void> {
  await Promise.all(connections.map(({ over }) => over));
}

/** On a path that loses packets it never sees some. */
function limit(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 2000).unref());
}

function has(settings: Settings, ...flags: readonly string[]): boolean {
  return flags.some((flag) => settings.args.includes(flag));
}

suite('a client with a password', { concurrency: 8 }, () => {
  for (const one of scenarios) {
    test(one.id, async () => {
      const own: string[] = [];
      await visit(
        one,
        async (settings, lab) => {
          if (has(settings, '-u', '-P', '--password-file', '--password-stdin')) return [];
          if (settings.stdin || settings.args.some((arg) => /:\/\/[^/]*@/.test(arg))) return [];
          own.push(password);
          return ['-u', 'alice', '--password-file', await lab.file('known-password', password)];
        },
        (seen) => {
          keepsThePasswordSafe(seen, own);
          isNoBurden(seen);
          saysGoodbye(seen);
          leavesNothingBehind(seen);
        },
      );
    });
  }
});

suite('a client with an id of its own, and no password', { concurrency: 8 }, () => {
  for (const one of scenarios.filter(({ id }) => /^(connect|pubsub)\//.test(id))) {
    test(one.id, async () => {
      await visit(
        one,
        async (settings) => (has(settings, '-i') ? [] : ['-i', deviceId]),
        (seen) => {
          for (const { crowded } of seen.lab.brokers) assert.deepEqual(crowded, []);
          isNoBurden(seen);
          saysGoodbye(seen);
        },
      );
    });
  }
});

function keepsThePasswordSafe({ lab, args, report }: Visit, own: readonly string[]): void {
  const signIns = lab.connections.filter(({ connect }) => connect?.password !== undefined);
  const { signIns: allowed } = capsOf(args);
  assert.ok(signIns.length <= allowed, `signed in ${signIns.length} times`);
  const clear = lab.fronts.filter(({ arrivals }) =>
    arrivals.some(({ wire }) => own.some((secret) => wire.seen.includes(secret))),
  );
  const asked = ['mqtt', 'ws'].includes(report.target.transport) ? 1 : 0;
  assert.ok(clear.length <= asked, `the password in the clear to ${clear.length} ports`);
  const tls = report.checks.find(({ id }) => id === 'tls');
  const { serverNameSent } = tls?.facts ?? {};
  const unverified = ['tls-untrusted', 'tls-name-mismatch'].includes(tls?.failure?.code ?? '');
  if (!unverified || args.includes('--insecure')) return;
  const astray = signIns.filter(
    ({ arrival }) => (arrival.hello?.serverName ?? null) === serverNameSent,
  );
  assert.equal(astray.length, 0, 'a password for a server that nobody has verified');
}

function capsOf(args: readonly string[]) {
  return args.includes('--deep') ? mostInDepth : most;
}

function isNoBurden({ lab, args, report }: Visit): void {
  // What stands before a broker counts, and not what it passes on.
  const dialled = lab.fronts.filter((front) => front.port === report.target.port);
  const arrivals = (dialled.length > 0 ? dialled : lab.fronts).flatMap((front) => front.arrivals);
  const { connections } = capsOf(args);
  assert.ok(arrivals.length <= connections, `${arrivals.length} connections`);
  assert.ok(report.trials.length < connections, `${report.trials.length} trials`);
}

function saysGoodbye({ lab, report }: Visit): void {
  const failures = report.checks.map(({ failure }) => failure?.code);
  // There is no goodbye to what does not speak MQTT, nor over a path that loses packets.
  if (failures.some((code) => code === 'malformed' || code === 'flood' || code === 'timeout'))
    return;
  const rude = lab.connections.filter(
    ({ accepted, ended }) => accepted && ended !== 'disconnect' && ended !== 'by-broker',
  );
  assert.deepEqual(
    rude.map(({ packets, ended }) => [ended, ...packets]),
    [],
  );
}

function leavesNothingBehind({ lab }: Visit): void {
  for (const { retained } of lab.brokers) assert.deepEqual([...retained.keys()], []);
}
