// The last words: what a healthy run leaves open, and what would tell where no rule could.

import type { Report } from '../../report.ts';
import { checkOf, someFacts } from '../facts.ts';
import type { Look } from '../look.ts';
import { type Line, paragraph } from '../page.ts';

export function closing(report: Report, look: Look): Line[] {
  switch (report.verdict.outcome) {
    case 'healthy':
      return paragraph(['  '], healthy(report, look), look);
    case 'inconclusive':
      return paragraph(['  '], whatWouldTell(report, look), look);
    case 'degraded':
    case 'broken':
      return report.findings
        .slice(0, 1)
        .map(({ code }) => ['  ', `More: mqtt-doctor explain ${code}`]);
  }
}

function healthy(report: Report, look: Look): string {
  const messageSeen = checkOf(report, 'pubsub')?.status === 'ok';
  const fine = messageSeen
    ? 'From here the path and the broker are fine.'
    : 'From here all is fine as far as it was looked at; no message was sent.';
  const settings = look.verbose ? 'those listed below' : 'those used here (--verbose lists them)';
  return `${fine} If your client still fails, the difference is in the client: compare its settings with ${settings}, or see what its words mean: mqtt-doctor explain "<its error message>".`;
}

function whatWouldTell(report: Report, look: Look): string {
  const stop = report.checks.find(({ status }) => status === 'failed' || status === 'crashed');
  if (stop?.status === 'crashed') {
    return 'This is a fault in mqtt-doctor, not in the broker: report it with the output of --format json.';
  }
  if (report.verdict.exitCode === 130) return 'What would tell: the same run, left to its end.';
  const again = look.verbose ? '' : ', and the same run with --verbose';
  switch (stop?.id) {
    case 'connect':
    case 'pubsub': {
      const { clientId } = someFacts(checkOf(report, 'connect') ?? stop, 'connect');
      const who = clientId ? ` for client id ${clientId}` : '';
      return `What would tell: the broker's own log at ${report.at}${who}${again}.`;
    }
    case 'tls':
    case 'alpn':
      return `What would tell: the server's own log at ${report.at}${again}.`;
    default:
      return `What would tell: the same run from another network${again}.`;
  }
}
