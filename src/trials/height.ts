// How far an attempt got, as a number: a rung that holds counts whole, one on which the peer
// spoke the rung's protocol and refused counts half.

import { type Attempt, checkIds, factsOf } from '../evidence.ts';

export function heightOf(attempt: Attempt): number {
  // Offering a protocol in TLS is no step up: an attempt that offers none is as high without it.
  const holds = checkIds.findLastIndex(
    (id) => id !== 'alpn' && attempt.outcomes[id].status === 'ok',
  );
  const failed = checkIds.findIndex((id) => attempt.outcomes[id].status === 'failed');
  return failed > holds && spoke(attempt, failed) ? failed - 0.5 : holds;
}

function spoke(attempt: Attempt, failed: number): boolean {
  switch (checkIds[failed]) {
    case 'tls':
      return factsOf(attempt, 'tls').serverHello === true;
    case 'websocket':
      return factsOf(attempt, 'websocket').status === 101;
    case 'connect': {
      const { connack, disconnect, authMethod } = factsOf(attempt, 'connect');
      return Boolean(connack) || Boolean(disconnect) || typeof authMethod === 'string';
    }
    case 'pubsub':
      return true;
    default:
      return false;
  }
}
