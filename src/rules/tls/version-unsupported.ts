// No TLS version that both sides accept.

import { checkAgain } from '../commands.ts';
import { defineRule, facts, failureOf, helped } from '../rule.ts';

const versions = ['TLSv1.3', 'TLSv1.2', 'TLSv1'];
const old: readonly string[] = ['SSLv3', 'TLSv1', 'TLSv1.1'];

export default defineRule({
  code: 'tls/version-unsupported',
  check: 'tls',
  severity: 'error',
  side: 'unclear',
  explains: ['tls/closed-in-handshake', 'tls/cipher-mismatch'],
  when: (c) => {
    const { alert, version } = facts(c, 'tls');
    const worksWith = versions.find((one) => helped(c, `tls-version-${one}`)) ?? null;
    const byServer = alert?.number === 70 || alert?.number === 86;
    const byUs = failureOf(c, 'tls') === 'tls-no-common-ground' && old.includes(version ?? '');
    if (!byServer && !byUs && !worksWith) return null;
    const { minVersion, maxVersion } = c.target.tls ?? {};
    const max = maxVersion ?? 'TLSv1.3';
    return {
      refusedBy: byUs || worksWith === 'TLSv1' ? 'us' : 'server',
      serverVersion: version ?? null,
      worksWith,
      min: minVersion ?? 'TLSv1.2',
      max,
      side: minVersion || maxVersion ? ('client' as const) : ('server' as const),
      certainty: worksWith ? ('proven' as const) : ('observed' as const),
    };
  },
  say: ({ refusedBy, serverVersion, worksWith, min, max, side }, c) => ({
    title: `Client and server share no version of TLS`,
    detail: `${
      refusedBy === 'server'
        ? `We offered ${min} to ${max}, and the server refuses that.`
        : `The server speaks ${serverVersion ?? 'TLS 1.0 or 1.1'}, which is old and unsafe; we offered ${min} to ${max}.`
    }${worksWith ? ` With ${worksWith === 'TLSv1' ? 'TLS 1.0 and 1.1' : worksWith} only, the handshake gets further.` : ''}`,
    remedies:
      side === 'client'
        ? [
            {
              text: 'Let the client offer TLS 1.2 and 1.3; update its TLS library if it has neither',
              command: checkAgain(c.target),
            },
          ]
        : [
            {
              text: 'Let the broker, or the TLS proxy in front of it, offer TLS 1.2 and 1.3; update its TLS library',
            },
            {
              text: 'See which versions it takes',
              command: checkAgain(c.target, '--tls-min', '1.0', '--tls-max', '1.1'),
            },
          ],
  }),
});
