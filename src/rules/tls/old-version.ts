// A version of TLS that is no longer safe was agreed on.

import { deepTrials } from '../deep.ts';
import { defineRule, facts, factsOf, succeeded } from '../rule.ts';
import { isOldVersion, versionInWords } from './versions.ts';

export default defineRule({
  code: 'tls/old-version',
  check: 'tls',
  severity: 'warning',
  side: 'server',
  when: (c) => {
    const { version } = facts(c, 'tls');
    if (!succeeded(c, 'tls')) return null;
    if (version && isOldVersion(version)) return { version, used: true };
    const also = deepTrials(c, 'tls')
      .map(({ trial }) => factsOf(trial.attempt, 'tls').version)
      .find((one) => one && isOldVersion(one));
    return also ? { version: also, used: false } : null;
  },
  say: ({ version, used }) => ({
    title: used
      ? `The connection uses ${versionInWords(version)}, which is no longer safe.`
      : `The server still accepts ${versionInWords(version)}, which is no longer safe.`,
    detail: 'TLS 1.0 and 1.1 were withdrawn in 2021 (RFC 8996). Current clients refuse them.',
    remedies: [{ text: 'Let the broker offer TLS 1.2 and 1.3.' }],
  }),
});
