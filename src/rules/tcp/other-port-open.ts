// This port is shut; another MQTT port of the same host answers.

import type { Target } from '../../target.ts';
import { checkAgain, hostAndPort } from '../commands.ts';
import { defineRule, factsOf, failureOf } from '../rule.ts';

export default defineRule({
  code: 'tcp/other-port-open',
  check: 'tcp',
  severity: 'error',
  side: 'client',
  explains: [
    'tcp/refused',
    'tcp/timeout',
    'tcp/reset',
    'tcp/unreachable',
    'tcp/localhost-in-container',
  ],
  when: (c) => {
    const failure = failureOf(c, 'tcp');
    if (failure === null) return null;
    const open = c.trials.flatMap(({ id, attempt }) => {
      const answersMqtt = id.startsWith('port-') && Boolean(factsOf(attempt, 'connect').connack);
      const secure = attempt.outcomes.tls.status === 'ok';
      const inWebSocket = attempt.outcomes.websocket.status === 'ok';
      return answersMqtt ? [{ port: Number(id.slice('port-'.length)), secure, inWebSocket }] : [];
    });
    const port = c.target.route.connectTo?.port ?? c.target.port;
    return open.length > 0 && { port, open, silent: failure === 'timeout', certainty: 'proven' };
  },
  say: ({ port, open, silent }, { target }) => ({
    title: `Port ${port} ${silent ? 'does not answer' : 'is shut'}, and an MQTT broker answers on port ${open.map((one) => one.port).join(' and ')}.`,
    detail: `Of the usual MQTT ports of ${target.host} these answer: ${open.map((one) => `${one.port} (${one.inWebSocket ? 'WebSocket, ' : ''}${one.secure ? 'TLS' : 'plain'})`).join(', ')}.`,
    remedies: [
      ...open.map((one) => ({
        text: `If that is the broker you mean, use port ${one.port}${one.secure ? ' with TLS' : ', which is not encrypted'}.`,
        command: commandFor(target, one),
      })),
      { text: `Otherwise start the listener on port ${port}, or open that port in the firewall.` },
    ],
  }),
});

interface OpenPort {
  readonly port: number;
  readonly secure: boolean;
  readonly inWebSocket: boolean;
}

/** Without the user's other settings where they would go out unencrypted. */
function commandFor(target: Target, { port, secure, inWebSocket }: OpenPort): string {
  const { host, route } = target;
  const { connectTo } = route;
  const [plain, safe, path] = inWebSocket
    ? ['ws', 'wss', target.path ?? '']
    : ['mqtt', 'mqtts', ''];
  const url = `${secure ? safe : plain}://${hostAndPort({ host, port })}${path}`;
  if (!secure && target.tls !== null) return `mqtt-doctor check ${url}`;
  const moved = connectTo && { ...connectTo, port: connectTo.port && port };
  const webSocket = inWebSocket ? target.webSocket : null;
  return checkAgain({ ...target, url, webSocket, route: { ...route, connectTo: moved } });
}
