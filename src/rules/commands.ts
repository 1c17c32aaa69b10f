// Commands to copy, with the target's own settings and placeholders for secrets.

import type { Target, Will } from '../target.ts';
import { quote } from './shell.ts';

/** `host:port` as openssl, nc and others take it. */
export function hostAndPort({ host, port }: Pick<Target, 'host' | 'port'>): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

/** The same address with TLS. */
export function inTls(url: string): string {
  return url.replace(/^(mqtt|ws):/, '$1s:');
}

/** The same address without TLS. */
export function inClear(url: string): string {
  return url.replace(/^(mqtt|ws)s:/, '$1:');
}

/** This check again with the settings it had, placeholders for secrets and files, and other or more flags. */
export function checkAgain(target: Target, ...flags: readonly string[]): string {
  const named = new Set(flags);
  // These two exclude each other.
  if (named.has('--sni')) named.add('--no-sni');
  const kept = settings(target).filter(([flag]) => !named.has(flag));
  const query = target.webSocket?.queryGiven ? '?QUERY' : '';
  return ['mqtt-doctor check', quote(`${target.url}${query}`), ...kept.flat(), ...flags].join(' ');
}

type Setting = readonly [flag: string, value?: string];

/** What differs from the defaults of the command line. */
function settings({ route, tls, webSocket, mqtt, roundTrip }: Target): readonly Setting[] {
  const { connectTo, family, resolver } = route;
  const set = (given: unknown, ...setting: Setting): readonly Setting[] => (given ? [setting] : []);
  const endpoint = (address: string, port: number | null) =>
    port === null ? address : hostAndPort({ host: address, port });
  return [
    ...set(mqtt.usernameGiven, '-u', 'USER'),
    ...set(mqtt.passwordGiven, '--password-file', 'FILE'),
    ...set(tls?.trust === 'given', '--ca', 'FILE'),
    ...set(tls?.clientCertificate, '--cert', 'FILE'),
    ...set(tls?.clientCertificate, '--key', 'FILE'),
    ...set(tls?.verify === false, '--insecure'),
    ...(tls?.serverNameFrom === 'user' ? set(true, '--sni', quote(tls.serverName ?? '')) : []),
    ...set(tls?.serverNameFrom === 'none', '--no-sni'),
    ...(webSocket?.headers ?? []).map((name): Setting => ['--header', quote(`${name}: VALUE`)]),
    ...(isUsual(tls, webSocket) ? [] : (tls?.alpn ?? [])).map(
      (name): Setting => ['--alpn', quote(name)],
    ),
    ...(tls?.minVersion ? set(true, '--tls-min', tls.minVersion) : []),
    ...(tls?.maxVersion ? set(true, '--tls-max', tls.maxVersion) : []),
    ...(connectTo
      ? set(true, '--connect-to', quote(endpoint(connectTo.address, connectTo.port)))
      : []),
    ...set(family, `-${family}`),
    ...(resolver ? set(true, '--resolver', quote(endpoint(resolver.address, resolver.port))) : []),
    ...(mqtt.version ? set(true, '-V', mqtt.version) : []),
    ...set(!mqtt.clientIdIsOurs, '-i', quote(mqtt.clientId)),
    ...set(mqtt.keepAliveS !== 60, '-k', String(mqtt.keepAliveS)),
    ...set(!mqtt.cleanStart, '--no-clean'),
    ...(mqtt.will ? will(mqtt.will) : []),
    ...set(!roundTrip.topicIsOurs, '-t', quote(roundTrip.topic)),
    ...set(roundTrip.qos !== 1, '-q', String(roundTrip.qos)),
    ...set(roundTrip.retain, '--retain'),
    ...set(roundTrip.payloadSize !== 32, '--payload-size', String(roundTrip.payloadSize)),
    ...set(roundTrip.count !== 1, '--count', String(roundTrip.count)),
    ...set(!roundTrip.publish, '--no-publish'),
    ...set(!roundTrip.subscribe, '--no-subscribe'),
  ];
}

/** What is offered where nothing is asked for. */
function isUsual(tls: Target['tls'], webSocket: Target['webSocket']): boolean {
  return webSocket !== null && tls?.alpn.join() === 'http/1.1';
}

function will({ topic, payload, qos, retain }: Will): readonly Setting[] {
  return [
    ['--will-topic', quote(topic)],
    ...(payload === '' ? [] : [['--will-payload', 'TEXT'] as const]),
    ...(qos === 0 ? [] : [['--will-qos', String(qos)] as const]),
    ...(retain ? [['--will-retain'] as const] : []),
  ];
}

/** What the server's TLS says, in openssl's words. */
export function opensslClient(target: Target, ...flags: readonly string[]): string {
  const name = target.tls?.serverName;
  const sni = name ? ['-servername', quote(name)] : ['-noservername'];
  const alpn = target.tls?.alpn.length ? ['-alpn', quote(target.tls.alpn.join(','))] : [];
  return [
    'openssl s_client -connect',
    quote(hostAndPort(target)),
    ...sni,
    ...alpn,
    ...flags,
    '</dev/null',
  ].join(' ');
}
