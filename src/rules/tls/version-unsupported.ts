// No TLS version that both sides accept, or an offer of one that the other side cannot stand.

import { checkAgain } from '../commands.ts';
import { type Case, defineRule, facts, factsOf, failureOf, helped, trial } from '../rule.ts';
import { isOldVersion, isWithin, offered, rangeInWords, versionInWords } from './versions.ts';

/** As the trials name them; `TLSv1` stands for 1.1 as well. */
const versions = ['TLSv1.3', 'TLSv1.2', 'TLSv1'];

export default defineRule({
  code: 'tls/version-unsupported',
  check: 'tls',
  severity: 'error',
  side: 'unclear',
  explains: [
    'tls/closed-in-handshake',
    'tls/cipher-mismatch',
    'tls/timeout',
    'tls/sni-unknown',
    'tls/sni-required',
    'protocol/silent',
  ],
  when: (c) => {
    const { alert, version } = facts(c, 'tls');
    const worksWith = versionThatWorks(c);
    const byServer = alert?.number === 70 || alert?.number === 86;
    const byUs = failureOf(c, 'tls') === 'tls-no-common-ground' && isOldVersion(version);
    if (!byServer && !byUs && !worksWith) return null;
    const { minVersion, maxVersion } = c.target.tls ?? {};
    const { min, max } = offered(minVersion, maxVersion);
    return {
      refusedBy: byUs || worksWith === 'TLSv1' ? 'us' : 'server',
      serverVersion: version ?? null,
      worksWith,
      min,
      max,
      // We offered the very version that works alone.
      intolerant: worksWith !== null && isWithin(worksWith, min, max),
      side: minVersion || maxVersion ? ('client' as const) : ('server' as const),
      certainty: worksWith ? ('proven' as const) : ('observed' as const),
    };
  },
  say: ({ refusedBy, serverVersion, worksWith, min, max, intolerant, side }, c) => ({
    title: intolerant
      ? `The server, or something before it, refuses clients that offer ${rangeInWords(min, max)}, and takes ${versionInWords(worksWith ?? '')} alone.`
      : `Client and server share no version of TLS.`,
    detail: intolerant
      ? `Servers have to choose from what a client offers (RFC 8446 §4.2.1); old ones, and firewalls that inspect TLS, break off instead when a version is offered that they do not know, or when the first message is longer than they expect.`
      : `${
          refusedBy === 'server'
            ? `We offered ${rangeInWords(min, max)}, and the server refuses that.`
            : `The server speaks ${serverVersion ? versionInWords(serverVersion) : 'TLS 1.0 or 1.1'}, which is old and unsafe; we offered ${rangeInWords(min, max)}.`
        }${worksWith ? ` With ${worksWith === 'TLSv1' ? 'TLS 1.0 and 1.1' : versionInWords(worksWith)} only, the handshake gets further.` : ''}`,
    remedies: intolerant
      ? [
          {
            text: 'Update the TLS library of the server, or whatever stands before it.',
          },
          {
            text: `Until then let the client offer ${versionInWords(worksWith ?? '')} alone.`,
            command: checkAgain(
              c.target,
              ...['--tls-min', worksWith ?? '', '--tls-max', worksWith ?? ''],
            ),
          },
        ]
      : side === 'client'
        ? [
            {
              text: 'Let the client offer TLS 1.2 and 1.3; update its TLS library if it has neither.',
              command: checkAgain({
                ...c.target,
                tls: c.target.tls && { ...c.target.tls, minVersion: null, maxVersion: null },
              }),
            },
          ]
        : [
            {
              text: 'Let the broker, or the TLS proxy in front of it, offer TLS 1.2 and 1.3; update its TLS library.',
            },
            {
              text: 'See which versions it takes.',
              command: checkAgain(c.target, '--tls-min', '1.0', '--tls-max', '1.1'),
            },
          ],
  }),
});

/** The newest version that works alone; null: none, or its old ciphers were what helped. */
function versionThatWorks(c: Case): string | null {
  // The versions were agreed on, and silence or a hang-up came later: it is not about them.
  const { serverHello } = facts(c, 'tls');
  if (serverHello && wordless.includes(failureOf(c, 'tls') ?? '')) return null;
  const works = versions.find((one) => agreed(c, one)) ?? null;
  if (works !== 'TLSv1') return works;
  const all = trial(c, 'old-ciphers');
  const chosen = all ? factsOf(all.attempt, 'tls').version : null;
  return chosen === 'TLSv1.2' ? null : works;
}

const wordless: readonly string[] = ['closed', 'reset', 'timeout'];

/** It got further, and the server did not answer with an older version than was offered. */
function agreed(c: Case, version: string): boolean {
  const ran = helped(c, `tls-version-${version}`);
  const { version: chosen } = ran ? factsOf(ran.attempt, 'tls') : {};
  return version === 'TLSv1' ? isOldVersion(chosen) : chosen === version;
}
