// Certificates are given, and the transport has no use for them.

import { checkAgain } from '../commands.ts';
import { defineRule, facts } from '../rule.ts';
import { quote } from '../shell.ts';

export default defineRule({
  code: 'input/tls-not-enabled',
  check: 'input',
  severity: 'error',
  side: 'client',
  when: (c) => {
    const { problems, ca = [], clientCertificate, clientKey } = facts(c, 'input');
    if (!problems?.includes('tls-not-enabled')) return null;
    const flags = [
      ...ca.map(({ file }) => `--ca ${quote(file)}`),
      ...(clientCertificate ? [`--cert ${quote(clientCertificate.file)}`] : []),
      ...(clientKey ? [`--key ${quote(clientKey.file)}`] : []),
    ];
    return { transport: c.target.transport, port: c.target.port, flags };
  },
  say: ({ transport, port, flags }, { target }) => {
    const secure = target.url.replace(/^(\w+):/, '$1s:').replace(/:1883$/, ':8883');
    return {
      title: `Certificates are given, but ${target.url} is a connection without TLS.`,
      detail: `On a plain connection (${transport}, port ${port}) ${flags.map((flag) => flag.split(' ')[0]).join(', ')} would count for nothing, and whatever is sent could be read by others. Nothing was sent.`,
      remedies: [
        {
          text: 'Turn TLS on; brokers mostly have it on port 8883.',
          command: checkAgain({ ...target, url: secure }, ...flags),
        },
        {
          text: 'If the broker really is without TLS, leave the certificates out.',
          command: checkAgain(target),
        },
      ],
    };
  },
});
