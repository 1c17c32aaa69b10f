// The web server wants to know who asks, before any MQTT (401).

import { checkAgain } from '../commands.ts';
import { defineRule, facts } from '../rule.ts';
import { refusedWith, server } from './upgrade.ts';

export default defineRule({
  code: 'websocket/unauthorized',
  check: 'websocket',
  severity: 'error',
  side: 'client',
  when: (c) => {
    const { headersSent = [], querySent = false } = facts(c, 'websocket');
    const shown = querySent || headersSent.some((name) => /^(authorization|cookie)$/i.test(name));
    const wants = facts(c, 'websocket').headers?.find(({ name }) =>
      /^www-authenticate$/i.test(name),
    );
    return refusedWith(c) === 401 && { shown, scheme: wants?.value.split(' ')[0] ?? null };
  },
  say: ({ shown, scheme }, c) => ({
    title: shown
      ? 'The server does not accept the credentials of the WebSocket request (HTTP 401).'
      : 'The server wants credentials with the WebSocket request itself (HTTP 401).',
    detail: `The answer comes from the web server or gateway before the broker${server(c)}: user name and password of MQTT have not been sent yet.${
      scheme === null ? '' : ` It asks for ${scheme}.`
    }`,
    remedies: [
      {
        text: shown
          ? 'See whether the token or password in the request is the right one and still valid.'
          : 'Send what the gateway wants with the request: a header, or a token in the address.',
        command: checkAgain(c.target, ...(shown ? [] : ["--header 'Authorization: VALUE'"])),
      },
      {
        text: 'If clients should only sign in to MQTT, take the authentication of the web server off this path.',
      },
    ],
  }),
});
