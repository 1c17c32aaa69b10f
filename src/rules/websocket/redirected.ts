// The web server sends us elsewhere; WebSocket clients do not follow.

import { checkAgain } from '../commands.ts';
import { defineRule, facts } from '../rule.ts';
import { refusedWith } from './upgrade.ts';

export default defineRule({
  code: 'websocket/redirected',
  check: 'websocket',
  severity: 'error',
  side: 'client',
  when: (c) => {
    const status = refusedWith(c) ?? 0;
    const { location = null } = facts(c, 'websocket');
    if (status < 300 || status > 399) return null;
    const toTls = c.target.tls === null && /^(https|wss):/i.test(location ?? '');
    return { status, location, toTls };
  },
  say: ({ status, location, toTls }, c) => {
    const address = location?.replace(/^http/i, 'ws') ?? null;
    return {
      title: `The server sends the WebSocket request on to ${location ?? 'another address'}${toTls ? ', which is TLS' : ''}`,
      detail: `It answers HTTP ${status}. WebSocket clients do not follow a redirect, and neither does this check, because it would take your settings to another address.`,
      remedies: [
        {
          text: toTls
            ? 'Use wss:// in the client'
            : 'Give the client the address that the server names, if it is one of yours',
          ...(address !== null && /^wss?:\/\//i.test(address)
            ? { command: checkAgain({ ...c.target, url: address }) }
            : {}),
        },
        {
          text: 'Or let the web server pass this path on to the broker before it redirects',
        },
      ],
    };
  },
});
