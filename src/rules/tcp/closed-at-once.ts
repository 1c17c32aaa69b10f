// Accepted, and closed before a byte was said.

import { defineRule, factsOf, failureOf, trial } from '../rule.ts';

/** A server that merely grows tired of silence takes longer. */
const atOnceMs = 500;

export default defineRule({
  code: 'tcp/closed-at-once',
  check: 'tcp',
  severity: 'error',
  side: 'server',
  explains: [
    'tls/closed-in-handshake',
    'tls/timeout',
    'connect/closed',
    'connect/timeout',
    'protocol/silent',
    'websocket/upgrade-refused',
  ],
  when: (c) => {
    const listened = trial(c, 'greeting');
    const { greeting } = listened ? factsOf(listened.attempt, 'tcp') : {};
    if (!greeting?.ended || greeting.answer || greeting.listenedMs > atOnceMs) return null;
    const how = [failureOf(c, 'tls'), failureOf(c, 'websocket'), failureOf(c, 'connect')].find(
      (one) => one === 'closed' || one === 'reset',
    );
    return how && { port: c.target.port, how: greeting.ended.how, afterMs: greeting.listenedMs };
  },
  say: ({ port, how, afterMs }) => ({
    title: `Port ${port} accepts connections and ${how === 'reset' ? 'resets' : 'closes'} them at once.`,
    detail: `The connection ended ${Math.round(afterMs)} ms after it stood, although nothing had been said. A load balancer or proxy without a working broker behind it does this, a broker that has reached its connection limit, or one that does not accept this address.`,
    remedies: [
      {
        text: 'See whether the broker behind the load balancer, proxy or port forwarding is running and reachable from there.',
      },
      {
        text: 'Look for a connection limit in the log of the broker (mosquitto.conf: max_connections).',
      },
    ],
  }),
});
