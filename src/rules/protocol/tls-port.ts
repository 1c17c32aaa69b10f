// Plain MQTT sent to a port that speaks TLS.

import { checkAgain } from '../commands.ts';
import { defineRule, facts, helped } from '../rule.ts';

export default defineRule({
  code: 'protocol/tls-port',
  check: 'connect',
  severity: 'error',
  side: 'client',
  explains: ['connect/closed', 'connect/timeout', 'connect/malformed-reply', 'protocol/silent'],
  when: (c) => {
    if (c.target.tls) return null;
    const { answer } = facts(c, 'connect');
    if (helped(c, 'tls')) return { port: c.target.port, certainty: 'proven' };
    return answer?.service === 'tls' && { port: c.target.port };
  },
  say: ({ port }, c) => ({
    title: `Port ${port} speaks TLS, and the client does not`,
    detail: `Our plain MQTT message was answered with a TLS alert, or not at all: the port wants an encrypted connection. Many clients report this as "connection lost" or "connection closed".`,
    remedies: [
      {
        text: 'Turn TLS on in the client (mqtts://, "SSL/TLS", a CA file), or use the plain port of the broker',
        command: checkAgain({
          ...c.target,
          url: c.target.url.replace(/^mqtt:/, 'mqtts:'),
        }),
      },
    ],
  }),
});
