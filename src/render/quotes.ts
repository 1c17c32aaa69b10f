// What the other side, or this machine, said in its own words at one rung: quoted, because
// it is evidence and may be hostile.

import type { CheckId, Property } from '../evidence.ts';
import type { Report } from '../report.ts';
import { checkOf, someFacts } from './facts.ts';
import { middleCut } from './terminal.ts';

const longest = 160;

export function quotesOf(report: Report, id: CheckId): string[] {
  const check = checkOf(report, id);
  if (check === undefined) return [];
  // No check but TLS and CONNECT has an answer, and both call it so.
  const { connack, disconnect, answer } = someFacts(check, 'connect');
  const { suback, acknowledgement } = someFacts(check, 'pubsub');
  const texts = [
    ...referencesIn(connack?.properties),
    ...referencesIn(disconnect?.properties),
    suback?.reason,
    acknowledgement?.reason,
    answer?.sample,
  ];
  const said = texts.flatMap((one) => (typeof one === 'string' && one.trim() !== '' ? [one] : []));
  const raw = check.failure?.raw;
  return [
    ...said.map((one) => `The server says: "${short(one)}"`),
    ...(raw ? [`Reported as: "${short(raw)}"`] : []),
  ];
}

function referencesIn(properties: Readonly<Record<string, Property>> = {}): unknown[] {
  const { reasonString, serverReference } = properties;
  return [reasonString, serverReference];
}

function short(text: string): string {
  return middleCut(text, longest, '…');
}
