// `npm run bench`: what must stay fast, as ratios within one run. Machines are shared and
// noisy, so nothing here is asserted in a test; a line over its goal exits 1.

import { stdout } from 'node:process';
import { openLab } from '../lab/lab.ts';
import { silent } from '../lab/service.ts';
import { healthyBroker } from './broker.ts';
import { bareNode, doctor, type Measured, median, meteredDoctor } from './program.ts';

const rounds = 15;
const delayMs = 50;

let over = 0;
function line(what: string, value: number, unit: string, goal: number): void {
  const within = value <= goal;
  if (!within) over += 1;
  const shown = `${value.toFixed(value < 100 ? 2 : 0)} ${unit}`.trim();
  stdout.write(`${within ? 'ok  ' : 'OVER'} ${what.padEnd(62)} ${shown} (goal ≤ ${goal})\n`);
}

async function several(
  n: number,
  ...contenders: (() => Promise<Measured>)[]
): Promise<readonly number[]> {
  const times = contenders.map((): number[] => []);
  // In turns, so that a noisy minute is shared by all.
  for (let round = -1; round < n; round += 1) {
    for (const [index, contender] of contenders.entries()) {
      const { ms } = await contender();
      if (round >= 0) times[index]?.push(ms);
    }
  }
  return times.map(median);
}

await using lab = await openLab();
const broker = await healthyBroker(lab);
const target = `mqtts://localhost:${broker.port}`;
const settings = ['--ca', broker.ca];
const first = await doctor(target, ...settings);
if (first.exitCode !== 0) throw new Error(`the healthy check exits with ${first.exitCode}`);
stdout.write(`Broker: ${broker.name}\n`);

const [bare = 0, direct = 0] = await several(rounds, bareNode, () => doctor(target, ...settings));
line('healthy mqtts check by name, against bare node', direct / bare, '×', 3.5);

const far = await lab.relay({ host: '127.0.0.1', port: broker.port }, { delayMs });
const farTarget = `mqtts://localhost:${far.port}`;
const [relayed = 0] = await several(5, () => doctor(farTarget, ...settings));
// The kernel answers SYN for the relay and the name is local: TLS, CONNECT, SUBSCRIBE, PUBLISH remain.
line('round trips of a healthy mqtts check above TCP', (relayed - direct) / (2 * delayMs), '', 4.4);

const web = await lab.wss();
const webTarget = `wss://localhost:${web.port}`;
const plainBroker = await lab.mqtts();
const farWeb = await lab.relay({ host: '127.0.0.1', port: web.port }, { delayMs });
const farPlain = await lab.relay({ host: '127.0.0.1', port: plainBroker.port }, { delayMs });
const [webDirect = 0, plainDirect = 0, webFar = 0, plainFar = 0] = await several(
  5,
  () => doctor(webTarget, ...settings),
  () => doctor(`mqtts://localhost:${plainBroker.port}`, ...settings),
  () => doctor(`wss://localhost:${farWeb.port}`, ...settings),
  () => doctor(`mqtts://localhost:${farPlain.port}`, ...settings),
);
line('healthy wss check by name, against bare node', webDirect / bare, '×', 4.2);
const moreTrips = (webFar - webDirect - (plainFar - plainDirect)) / (2 * delayMs);
line('round trips of a healthy wss check beyond those of mqtts', moreTrips, '', 1.3);

const { peakMb } = await meteredDoctor(target, ...settings);
line('peak memory of one check', peakMb ?? Number.POSITIVE_INFINITY, 'MB', 120);

const shut = await lab.shutPort();
const [refused = 0, untrusted = 0] = await several(
  5,
  () => doctor(`mqtt://127.0.0.1:${shut}`),
  () => doctor(target),
);
line('time to diagnosis, refused port', (refused - bare) / 1000, 's', 1.5);
line('time to diagnosis, unknown authority', (untrusted - bare) / 1000, 's', 1.5);

const timeoutMs = 2000;
const hole = await lab.blackHole();
const mute = await lab.listen(silent);
const [dropped = 0, muted = 0] = await several(
  1,
  () => doctor(`mqtt://127.0.0.1:${hole.port}`, '--timeout', String(timeoutMs)),
  () => doctor(`mqtt://127.0.0.1:${mute.port}`, '--timeout', String(timeoutMs)),
);
line('time to diagnosis, packets vanish, in timeouts', (dropped - bare) / timeoutMs, '×', 1.2);
line('time to diagnosis, silent port, in timeouts', (muted - bare) / timeoutMs, '×', 1.2);

stdout.write(over === 0 ? 'all within their goals\n' : `${over} over their goals\n`);
process.exitCode = over === 0 ? 0 : 1;
