// `mqtt-doctor check <target...>`: examine, diagnose, report.

import type { Report } from '../../report.ts';
import { credentialsFor, readShared, type Shared } from '../credentials.ts';
import { examineAll } from '../examine-all.ts';
import { connectFlags } from '../flags/connect.ts';
import { howFlags, limitsOf } from '../flags/how.ts';
import { type ResultFlags, resultFlags } from '../flags/result.ts';
import { roundTripFlags } from '../flags/round-trip.ts';
import { routeFlags } from '../flags/route.ts';
import { tlsFlags } from '../flags/tls.ts';
import { whereFlags } from '../flags/where.ts';
import { type WhoFlags, whoFlags } from '../flags/who.ts';
import { interruptOf } from '../interrupt.ts';
import type { Io } from '../io.ts';
import { lookFor } from '../look.ts';
import { refuseUnwritable, writeOut, writeReport } from '../output.ts';
import { type Plan, planAll } from '../plan.ts';
import { progressOn } from '../progress.ts';
import type { TargetFlags } from '../settings.ts';
import type { Command } from './command.ts';

type CheckFlags = TargetFlags & WhoFlags & ResultFlags;
type Examination = typeof import('../../examine.ts');

const interruptedCode = 130;

export const check: Command<CheckFlags> = {
  name: 'check',
  summary: 'Examine a broker and say what is wrong',
  operands: [
    {
      name: '<target...>',
      help: 'host, host:port, [IPv6]:port, or a URL: mqtt, mqtts, ws, wss',
    },
  ],
  flags: [
    whereFlags,
    whoFlags,
    connectFlags,
    tlsFlags,
    routeFlags,
    roundTripFlags,
    howFlags,
    resultFlags,
  ],
  notes: `A bare host means MQTT over TLS on port 8883; host:1883 means plain MQTT. User
name and password may stand in a URL: mqtts://user:password@host.`,
  examples: [
    'mqtt-doctor check broker.example.com',
    'mqtt-doctor check localhost:1883 -u alice --password-file pw.txt',
    'mqtt-doctor check mqtts://192.0.2.7 --ca ca.pem --sni broker.local',
    'mqtt-doctor check broker.example.com --format json -o report.json',
  ],
  run,
};

async function run(typed: readonly string[], flags: CheckFlags, io: Io): Promise<number> {
  // What is heavy loads while the command line and the files are read.
  const loading = import('../../examine.ts');
  loading.catch(() => {}); // Reported where it is awaited.
  const interrupt = interruptOf(io, loading);

  io.boundLookups?.(limitsOf(flags).timeoutMs);
  const plans = planAll(typed, flags, io.env);
  if (flags.output !== undefined) await refuseUnwritable(flags.output);
  const shared = await readShared(flags, io, interrupt, limitsOf(flags).deadlineMs);
  if (shared === null) return interruptedCode;

  const reports = await examinePlans(plans, shared, await loading, flags, io, interrupt);
  if (reports.length > 0) await write(reports, flags, io);
  if (interrupt.aborted) return interruptedCode;
  return reports.map((report) => report.verdict.exitCode).find((code) => code !== 0) ?? 0;
}

async function examinePlans(
  plans: readonly Plan[],
  shared: Shared,
  { examine }: Examination,
  flags: CheckFlags,
  io: Io,
  signal: AbortSignal,
): Promise<readonly Report[]> {
  const progress = progressOn(
    io,
    flags,
    plans.map(({ target }) => target.url),
  );
  try {
    const [evidence, { diagnose }, { assemble }] = await Promise.all([
      examineAll(plans, signal, ({ target, who, secrets }, place) =>
        examine(target, credentialsFor(who, shared, secrets), {
          signal,
          trials: flags.trials,
          deep: flags.deep ?? false,
          onProgress: (event) => progress.saw(place, event),
        }).finally(() => progress.done(place)),
      ),
      // After the call above, so that they load while the network is waited for.
      import('../../rules/diagnose.ts'),
      import('../../report/assemble.ts'),
      import('../../render/index.ts'),
    ]);
    const failOn = flags.failOn ?? 'error';
    return evidence.map((found) => assemble(found, diagnose(found), io.tool, { failOn }));
  } finally {
    progress.stop();
  }
}

async function write(reports: readonly Report[], flags: CheckFlags, io: Io): Promise<void> {
  const { render } = await import('../../render/index.ts');
  const rendered = render(reports, flags.format ?? 'text', lookFor(flags, io));
  const text = rendered.endsWith('\n') ? rendered : `${rendered}\n`;
  if (flags.output === undefined) await writeOut(io.stdout, text);
  else await writeReport(flags.output, text);
}
