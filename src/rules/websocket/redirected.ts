// The web server sends us elsewhere; WebSocket clients do not follow.

import type { Target } from '../../target.ts';
import { checkAgain, hostAndPort } from '../commands.ts';
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
    const url = toTls ? secure(c.target, location) : null;
    return {
      title: `The server sends the WebSocket request on to ${location ?? 'another address'}${toTls ? ', which is TLS' : ''}.`,
      detail: `It answers HTTP ${status}. WebSocket clients do not follow a redirect, and neither does this check, because it would take your settings to another address.`,
      remedies: [
        {
          text: toTls
            ? 'Use wss:// in the client.'
            : 'Give the client the address that the server names, if it is one of yours.',
          ...(url === null ? {} : { command: checkAgain({ ...c.target, url }) }),
        },
        {
          text: 'Or let the web server pass this path on to the broker before it redirects.',
        },
      ],
    };
  },
});

/** The user's own host with TLS, on the port that the server names; null: it names another host. */
function secure({ host, path }: Target, location: string | null): string | null {
  const [, named = '', port = '443'] =
    /^(?:https|wss):\/\/(\[[^\]]+\]|[^/:?#]+)(?::(\d{1,5}))?(?=[/?#]|$)/i.exec(location ?? '') ??
    [];
  if (named.toLowerCase().replace(/^\[|\]$/g, '') !== host) return null;
  return `wss://${hostAndPort({ host, port: Number(port) })}${path}`;
}
