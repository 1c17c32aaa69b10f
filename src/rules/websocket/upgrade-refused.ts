// The server does not switch to WebSocket, and its status has no finding of its own; or it
// gives no answer that is one.

import { endedIt } from '../prose.ts';
import { type Case, defineRule, facts, failureOf } from '../rule.ts';
import { refusedWith, server } from './upgrade.ts';

const ownFindings = [401, 403, 404, 410, 511];
/** The web server is there, and what it should pass the request on to is not. */
const backendDown = [500, 502, 503, 504];
/** A backend that never saw the request to upgrade says so, or takes it for a page. */
const upgradeLost = [400, 426];

export default defineRule({
  code: 'websocket/upgrade-refused',
  check: 'websocket',
  severity: 'error',
  side: 'server',
  when: (c) => {
    const failure = failureOf(c, 'websocket');
    const status = refusedWith(c);
    if (status !== null) {
      const other = ownFindings.includes(status) || (status >= 300 && status < 400);
      return !other && { failure, status };
    }
    const { answer } = facts(c, 'websocket');
    const stranger = answer && !['http', 'websocket', 'unknown'].includes(answer.service);
    const mute = failure === 'closed' || failure === 'reset' || failure === 'flood';
    return (
      !stranger && (mute || failure === 'not-websocket') && { failure, status, side: 'unclear' }
    );
  },
  say: ({ failure, status }, c) => ({
    title:
      status === null
        ? `The server does not answer the WebSocket request${failure === 'closed' || failure === 'reset' ? ` and ${endedIt(failure)}` : ' in WebSocket'}.`
        : `The server does not switch to WebSocket: HTTP ${status}.`,
    detail: detail(status, c),
    remedies: remedies(status),
  }),
});

function detail(status: number | null, c: Case): string {
  const said = `The web server${server(c)} answers the request for ${c.target.path} with HTTP ${status}`;
  if (status === null) {
    return 'The port may belong to something else, or something on the way does not let WebSocket through. None of the other settings that were tried makes it answer.';
  }
  if (backendDown.includes(status)) {
    return `${said}: it is there, and the broker behind it does not answer, or not in WebSocket.`;
  }
  if (upgradeLost.includes(status)) {
    return `${said}. That is typical of a proxy between that does not pass the request to upgrade on: the broker sees an ordinary request.`;
  }
  if (status < 300) {
    return `${said}, a page: it takes the request for an ordinary one. The path may be a web page's, or a proxy does not pass the request to upgrade on.`;
  }
  return `${said}, and not with 101, which would be the switch.`;
}

function remedies(status: number | null) {
  if (status !== null && backendDown.includes(status)) {
    return [
      {
        text: 'See whether the broker behind the web server runs, and whether address and port of its WebSocket listener are right in the settings of the web server.',
      },
    ];
  }
  return [
    {
      text: 'Where a proxy stands before the broker, let it pass the upgrade on (nginx: proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection "upgrade").',
    },
    { text: 'See whether the broker has a WebSocket listener, and whether this is its port.' },
  ];
}
