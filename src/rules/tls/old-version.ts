// A version of TLS that is no longer safe was agreed on.

import { defineRule, facts, succeeded } from '../rule.ts';

export default defineRule({
  code: 'tls/old-version',
  check: 'tls',
  severity: 'warning',
  side: 'server',
  when: (c) => {
    const { version } = facts(c, 'tls');
    const old = version === 'TLSv1' || version === 'TLSv1.1' || version === 'SSLv3';
    return succeeded(c, 'tls') && old && { version };
  },
  say: ({ version }) => ({
    title: `The connection uses ${version}, which is no longer safe`,
    detail: 'TLS 1.0 and 1.1 were withdrawn in 2021 (RFC 8996). Current clients refuse them.',
    remedies: [{ text: 'Let the broker offer TLS 1.2 and 1.3' }],
  }),
});
