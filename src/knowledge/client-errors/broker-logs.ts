// Logs of other brokers: EMQX, VerneMQ, RabbitMQ, and the TLS of Erlang that all three use.

import { alerts, meaningOf } from './alerts.ts';
import type { Client } from './client-error.ts';
import { spelled } from './patterns.ts';

/** By the words of the alert: what the client dislikes about the broker's certificate. */
const dislikes = /^(?:unknown ca|bad certificate|certificate unknown|certificate expired)$/;

export const erlangLog: Client = {
  name: 'broker log (EMQX, VerneMQ, RabbitMQ)',
  signs: /\btls_alert\b|\bemqx\b|vernemq|rabbit|\.erl\b/i,
  errors: [
    ...alerts.map((alert) => ({
      ...meaningOf(alert),
      settles: 'The broker sent this alert, so it is about the client.',
      pattern: new RegExp(`SERVER ALERT: Fatal - ${alert.name}`, 'i'),
      example: `generated SERVER ALERT: Fatal - ${alert.name}`,
    })),
    ...alerts
      .filter(({ name }) => dislikes.test(name))
      .map(({ name }) => ({
        means: 'The client does not accept the certificate of the broker, and told it so.',
        codes: [
          name === 'certificate expired' ? ('tls/expired' as const) : ('tls/unknown-ca' as const),
          'tls/wrong-ca' as const,
          'tls/missing-intermediate' as const,
          'tls/hostname-mismatch' as const,
        ],
        settles: 'The client sent this alert, so it is about the broker: check from its machine.',
        pattern: new RegExp(`CLIENT ALERT: Fatal - ${name}`, 'i'),
        example: `received CLIENT ALERT: Fatal - ${name}`,
      })),
    {
      means: 'The listener expects the PROXY protocol, and the client does not send it.',
      codes: ['protocol/proxy-header-expected'],
      pattern: /invalid_proxy_info|recv_proxy_info_error|proxy_proto(?:col)?_(?:close|timeout)/i,
      example: 'exit with reason {recv_proxy_info_error,closed}',
    },
    {
      means: 'The client may not publish to this topic.',
      codes: ['pubsub/publish-denied', 'pubsub/dropped-on-publish', 'pubsub/not-delivered'],
      pattern: new RegExp(
        `publish[ _]not[ _]authorized|can't auth publish|${spelled('cannot publish to topic')}`,
        'i',
      ),
      example: "can't auth publish of a client due to no_matching_hook_found",
    },
    {
      means: 'The client may not subscribe to this topic.',
      codes: ['pubsub/subscribe-denied', 'pubsub/dropped-on-subscribe'],
      pattern: /Cannot SUBSCRIBE.{0,200}ACL Deny|subscribe[ _]not[ _]authorized/i,
      example: 'Cannot SUBSCRIBE [{"device/1/#",[{qos,0}]}] for ACL Deny',
    },
    {
      means: 'RabbitMQ cannot read the CONNECT: another version of MQTT, or no MQTT at all.',
      codes: ['connect/version-unsupported', 'connect/closed', 'protocol/plaintext-port'],
      pattern: /protocol_header_corrupt/i,
      example: 'MQTT detected framing error protocol_header_corrupt',
    },
  ],
};
