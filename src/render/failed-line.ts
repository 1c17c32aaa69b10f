// What was seen where a rung failed, for its one line: the facts in plain words, and the
// failure's own words where no fact says more.

import type {
  ConnectFacts,
  DnsFacts,
  PubsubFacts,
  TcpFacts,
  TlsFacts,
  WebSocketFacts,
} from '../evidence.ts';
import type { FailureCode } from '../failure.ts';
import { failureWords } from '../report/words.ts';
import type { ReportedCheck } from '../report.ts';
import { answerWords } from './answer-words.ts';
import { someFacts } from './facts.ts';
import { inputProblem } from './input-problem.ts';
import type { Parts } from './parts.ts';

export function failedLine(check: ReportedCheck): Parts {
  const code = check.failure?.code;
  if (code === undefined) return ['failed'];
  if (code === 'interrupted') return ['interrupted before an answer came'];
  if (code === 'deadline') return ['stopped: the time for the whole run is over'];
  return seen(check, code) ?? [failureWords[code] ?? code];
}

function seen(check: ReportedCheck, code: FailureCode): Parts | null {
  switch (check.id) {
    case 'input':
      return inputProblem(someFacts(check, 'input'));
    case 'dns':
      return dns(someFacts(check, 'dns'), code);
    case 'tcp':
      return tcp(someFacts(check, 'tcp'));
    case 'tls':
      return tls(someFacts(check, 'tls'), code);
    case 'alpn':
      return ['none agreed of ', { name: someFacts(check, 'alpn').offered?.join(', ') ?? '' }];
    case 'websocket':
      return websocket(someFacts(check, 'websocket'), code);
    case 'connect':
      return connect(someFacts(check, 'connect'), code);
    case 'pubsub':
      return pubsub(someFacts(check, 'pubsub'), code);
  }
}

function dns({ name, resolver }: Partial<DnsFacts>, code: FailureCode): Parts | null {
  if (name === undefined) return null;
  if (code === 'name-not-found') return [{ name }, ' does not exist'];
  if (code === 'no-address') return [{ name }, ' exists, without an address'];
  if (!resolver) return null;
  if (code === 'resolver-silent') return ['no answer from ', { name: resolver.server }];
  return code === 'resolver-error' ? [{ name: resolver.server }, ' answers with an error'] : null;
}

const dialWords: { readonly [Code in FailureCode]?: string } = {
  refused: 'refuses',
  unreachable: 'cannot be reached',
  timeout: 'does not answer',
  reset: 'resets the connection',
};

function tcp({ dials = [], port }: Partial<TcpFacts>): Parts | null {
  const [first] = dials;
  if (first === undefined || first.result === 'connected') return null;
  const results = dials.map(({ result }) => (result === 'pending' ? 'timeout' : result));
  const [result] = results;
  const words = result === undefined || result === 'connected' ? undefined : dialWords[result];
  if (words === undefined) return null;
  if (dials.length === 1) return [{ name: first.address }, ` ${words}, port ${port}`];
  if (result === 'timeout' || results.some((one) => one !== result))
    return [`none of ${dials.length} addresses answers`];
  return [`each of ${dials.length} addresses ${words}`];
}

const verifyWords: Readonly<Record<string, string>> = {
  UNABLE_TO_GET_ISSUER_CERT: 'its issuer is not known here',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its issuer is not known here',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its issuer is not known here',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'it is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'its root is not known here',
  CERT_HAS_EXPIRED: 'it has expired',
  CERT_NOT_YET_VALID: 'it is not valid yet',
};

function tls(facts: Partial<TlsFacts>, code: FailureCode): Parts | null {
  const { alert, verification, answer, chain, serverHello, bytesIn } = facts;
  if (code === 'tls-alert' && alert) {
    return [`the server says: ${alert.name.replaceAll('_', ' ')} (alert ${alert.number})`];
  }
  if (code === 'tls-untrusted' && verification?.code) {
    return ['not trusted: ', verifyWords[verification.code] ?? verification.code];
  }
  if (code === 'tls-name-mismatch' && verification) {
    const [given] = chain?.[0]?.names ?? [];
    return given === undefined
      ? ['certificate not for ', { name: verification.name }]
      : ['certificate for ', { name: given }, ', not ', { name: verification.name }];
  }
  if (code === 'tls-not-spoken' && answer) return [`not TLS: ${answerWords(answer)}`];
  const when = serverHello ? 'in the middle of the handshake' : 'right after our hello';
  if (code === 'closed') return [`closed by the server ${when}`];
  if (code === 'reset') return [`reset ${when}`];
  if (code !== 'timeout') return null;
  return bytesIn ? [`the handshake stalls after ${bytesIn} bytes`] : ['no answer to our hello'];
}

function websocket(facts: Partial<WebSocketFacts>, code: FailureCode): Parts | null {
  const { status, location, path = '/', chosen, offered = [], answer, ended } = facts;
  if (code === 'upgrade-refused' && status) {
    if (location) return [`HTTP ${status}, sent on to `, { name: location }];
    return [`HTTP ${status} for `, { name: path }];
  }
  if (code === 'subprotocol-not-agreed') {
    const asked = { name: offered.join(', ') || 'none' };
    return chosen
      ? ['subprotocol ', { name: chosen }, ' instead of ', asked]
      : ['subprotocol ', asked, ' not agreed to'];
  }
  if (answer && code === 'not-websocket') return [`not WebSocket: ${answerWords(answer)}`];
  if (code === 'closed' || code === 'reset') {
    const how = (ended?.how ?? code) === 'reset' ? 'reset' : 'closed by the server';
    return [`${how} without an answer`];
  }
  return code === 'timeout' ? ['no answer to our request'] : null;
}

function connect(facts: Partial<ConnectFacts>, code: FailureCode): Parts | null {
  const { connack, disconnect, answer, authMethod } = facts;
  if (connack && code === 'connack-refused') return [`refused: ${connack.name} (${connack.code})`];
  if (disconnect && code === 'disconnected') {
    return [`disconnected: ${disconnect.name} (${disconnect.code})`];
  }
  if (answer && code === 'not-mqtt') return [`not MQTT: ${answerWords(answer)}`];
  if (authMethod && code === 'auth-requested')
    return ['the broker asks for ', { name: authMethod }];
  if (code === 'closed') return ['closed by the server without an answer'];
  if (code === 'reset') return ['reset without an answer'];
  return code === 'timeout' ? ['no answer to CONNECT'] : null;
}

const stageWords: Readonly<Record<PubsubFacts['stage'], string>> = {
  subscribe: 'SUBSCRIBE',
  publish: 'PUBLISH',
  echo: 'PUBLISH, before the echo',
  done: 'the echo',
};

function pubsub(facts: Partial<PubsubFacts>, code: FailureCode): Parts | null {
  const {
    suback,
    acknowledgement,
    disconnect,
    stage = 'subscribe',
    sent = 0,
    received = 0,
  } = facts;
  if (code === 'subscribe-refused' && suback) return [`subscribe refused (${suback.code})`];
  if (code === 'publish-refused' && acknowledgement) {
    return [`publish refused: ${acknowledgement.name} (${acknowledgement.code})`];
  }
  if (code === 'disconnected' && disconnect) {
    return [`disconnected after ${stageWords[stage]}: ${disconnect.name}`];
  }
  if (code === 'not-delivered') return [`accepted, ${received} of ${sent} came back`];
  if (code === 'closed') return [`closed by the server after ${stageWords[stage]}`];
  if (code === 'reset') return [`reset after ${stageWords[stage]}`];
  return code === 'timeout' ? [`nothing after ${stageWords[stage]}`] : null;
}
