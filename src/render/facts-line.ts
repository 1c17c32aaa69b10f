// The key fact of a rung, for its one line. It repeats facts and never weighs them.

import type {
  AlpnFacts,
  ConnectFacts,
  DnsFacts,
  PubsubFacts,
  TcpFacts,
  TlsFacts,
  WebSocketFacts,
} from '../evidence.ts';
import { duration } from '../report/duration.ts';
import type { Report, ReportedCheck } from '../report.ts';
import { allFacts } from './facts.ts';
import { failedLine } from './failed-line.ts';
import type { Parts } from './parts.ts';

export function factsLine(check: ReportedCheck, report: Report): Parts {
  switch (check.status) {
    case 'ok':
      return okLine(check, report);
    case 'failed':
      return failedLine(check);
    case 'skipped':
      return ['not reached'];
    case 'not-applicable':
      return [{ name: check.reason ?? 'not applicable' }];
    case 'crashed':
      return ['mqtt-doctor itself failed here: ', { name: check.reason ?? '' }];
  }
}

function okLine(check: ReportedCheck, report: Report): Parts {
  switch (check.id) {
    case 'input':
      return ['what was given can be used'];
    case 'dns':
      return dns(allFacts(check, 'dns'));
    case 'tcp':
      return tcp(allFacts(check, 'tcp'));
    case 'tls':
      return tls(allFacts(check, 'tls'), Date.parse(report.at));
    case 'alpn':
      return alpn(allFacts(check, 'alpn'));
    case 'websocket':
      return websocket(allFacts(check, 'websocket'));
    case 'connect':
      return connect(allFacts(check, 'connect'));
    case 'pubsub':
      return pubsub(allFacts(check, 'pubsub'));
  }
}

function dns({ name, addresses, source, hostsFile, resolver }: DnsFacts): Parts {
  if (source === 'literal') return [{ name }, ' is an address already'];
  const alias = resolver?.chain.at(-1)?.to;
  const [first] = addresses;
  const found = addresses.length === 1 && first ? first.address : `${addresses.length} addresses`;
  if (hostsFile.length > 0) return [{ name }, ` → ${found} (hosts file)`];
  return [{ name }, ...(alias === undefined ? [] : [' → ', { name: alias }]), ` → ${found}`];
}

function tcp({ address, dials, port }: TcpFacts): Parts {
  const connected = dials.filter(({ result }) => result === 'connected').length;
  const others = dials.length > 1 ? ` (${connected} of ${dials.length} do)` : `, port ${port}`;
  return [{ name: address ?? '' }, ` answers${others}`];
}

function tls({ version, verification, chain }: TlsFacts, at: number): Parts {
  const spoken = (version ?? 'TLS').replace('TLSv', 'TLS ');
  // A climb goes on over these only after --insecure.
  if (verification?.trusted === false) return [`${spoken}, certificate not trusted (--insecure)`];
  if (verification?.nameMatches === false)
    return [`${spoken}, certificate of another name (--insecure)`];
  const [leaf] = chain;
  if (leaf === undefined) return [spoken];
  const days = Math.floor((Date.parse(leaf.notAfter) - at) / 86_400_000);
  if (Number.isNaN(days)) return [spoken];
  const left = days === 0 ? 'less than a day' : days === 1 ? '1 day' : `${days} days`;
  return [`${spoken}, certificate good for ${left}`];
}

function alpn({ offered, selected }: AlpnFacts): Parts {
  if (selected !== null) return [{ name: selected }, ' agreed'];
  return ['none selected of ', { name: offered.join(', ') }];
}

function websocket({ path, chosen }: WebSocketFacts): Parts {
  return [
    { name: path },
    ...(chosen === null ? [' agreed'] : [', subprotocol ', { name: chosen }]),
  ];
}

function connect({ version, cleanStart, keepAliveS, connack }: ConnectFacts): Parts {
  const session = connack?.sessionPresent
    ? 'session resumed'
    : cleanStart
      ? 'session clean'
      : 'session new';
  // The server's word is the one that counts [MQTT-3.2.2-21].
  const { serverKeepAlive = keepAliveS } = connack?.properties ?? {};
  return [`MQTT ${version}, ${session}, keep-alive ${serverKeepAlive} s`];
}

function pubsub(facts: PubsubFacts): Parts {
  const { qos, suback, sent, received, acknowledged, latency } = facts;
  if (sent === 0) return [`subscribed, ${suback?.name ?? `QoS ${qos}`}`];
  if (suback === null) {
    return qos === 0
      ? [`QoS 0, ${sent} sent, not asked back`]
      : [`QoS ${qos}, ${acknowledged} of ${sent} accepted, not asked back`];
  }
  const middle = sent > 1 && latency ? `, median ${duration(latency.medianMs)}` : '';
  return [`QoS ${qos} there and back, ${received} of ${sent}${middle}`];
}
