// A version of TLS that is no longer safe was agreed on.

import { defineRule, facts, succeeded } from '../rule.ts';
import { isOldVersion, versionInWords } from './versions.ts';

export default defineRule({
  code: 'tls/old-version',
  check: 'tls',
  severity: 'warning',
  side: 'server',
  when: (c) => {
    const { version } = facts(c, 'tls');
    return succeeded(c, 'tls') && version && isOldVersion(version) ? { version } : null;
  },
  say: ({ version }) => ({
    title: `The connection uses ${versionInWords(version)}, which is no longer safe.`,
    detail: 'TLS 1.0 and 1.1 were withdrawn in 2021 (RFC 8996). Current clients refuse them.',
    remedies: [{ text: 'Let the broker offer TLS 1.2 and 1.3.' }],
  }),
});
