// What `--verbose` adds about each rung: every fact that its one line had no room for.

import type { Certificate, Property } from '../../evidence.ts';
import { duration } from '../../report/duration.ts';
import type { Report, ReportedCheck } from '../../report.ts';
import { someFacts, usesWebSocket } from '../facts.ts';
import type { Look } from '../look.ts';
import { type Line, paragraph, styled } from '../page.ts';
import { clean, padEnd } from '../terminal.ts';

export function detail(report: Report, look: Look): Line[] {
  // Of the words `connect ` and `websocket `.
  const columns = usesWebSocket(report) ? 10 : 9;
  const lines = report.checks.flatMap((check) => {
    const word = padEnd(clean(check.id, look.unicode), columns);
    return [...facts(check), ...failure(check)].flatMap((fact, i) => {
      return paragraph([i === 0 ? `  ${word}` : ' '.repeat(2 + columns)], fact, look);
    });
  });
  return lines.length === 0 ? [] : [['  ', styled('strong', 'In detail')], ...lines];
}

function failure({ failure }: ReportedCheck): string[] {
  return failure ? [`failed: ${failure.code}, "${failure.raw}"`] : [];
}

function facts(check: ReportedCheck): string[] {
  switch (check.id) {
    case 'input':
      return input(check);
    case 'dns':
      return dns(check);
    case 'tcp':
      return tcp(check);
    case 'tls':
      return tls(check);
    case 'alpn':
      return [];
    case 'websocket':
      return websocket(check);
    case 'connect':
      return connect(check);
    case 'pubsub':
      return pubsub(check);
  }
}

function input(check: ReportedCheck): string[] {
  const { ca = [], clientCertificate, clientKey, stray = [] } = someFacts(check, 'input');
  return [
    ...ca.map(({ file, problem, certificates }) => {
      return `CA ${file}: ${problem ?? `${certificates.length} certificates`}`;
    }),
    ...ca.flatMap(({ certificates }) => certificates.flatMap(certificate)),
    ...(clientCertificate ? [`certificate ${clientCertificate.file}`] : []),
    ...(clientCertificate?.certificates ?? []).flatMap(certificate),
    ...(clientKey
      ? [`key ${clientKey.file}: ${clientKey.problem ?? clientKey.type ?? 'read'}`]
      : []),
    ...stray.map(({ where, what }) => `${where}: ${what}`),
  ];
}

function dns(check: ReportedCheck): string[] {
  const { addresses = [], source, systemError, hostsFile = [], resolver } = someFacts(check, 'dns');
  const list = addresses.map(({ address }) => address).join(', ');
  return [
    ...(list === '' ? [] : [`${list}, from the ${source}`]),
    ...(systemError ? [`this system's resolver: ${systemError}`] : []),
    ...(hostsFile.length > 0 ? [`hosts file: ${hostsFile.join(', ')}`] : []),
    ...(resolver
      ? [
          `asked ${resolver.server}: A ${resolver.a}, AAAA ${resolver.aaaa}, ${duration(resolver.ms)}`,
          ...resolver.chain.map(({ name, to, ttlS }) => `${name} → ${to}, TTL ${ttlS} s`),
          ...resolver.addresses.map(({ address, ttlS }) => `${address}, TTL ${ttlS} s`),
        ]
      : []),
  ];
}

function tcp(check: ReportedCheck): string[] {
  const { dials = [], local } = someFacts(check, 'tcp');
  return [
    ...dials.map(({ address, result, ms, raw }) => {
      return `${address}: ${result}, ${duration(ms)}${raw === null ? '' : `, "${raw}"`}`;
    }),
    ...(local ? [`from ${local}`] : []),
  ];
}

function tls(check: ReportedCheck): string[] {
  const facts = someFacts(check, 'tls');
  const { version, cipher, serverNameSent, chain = [], chainFrom, verification, alert } = facts;
  const asked = facts.clientCertificate;
  if (facts.bytesOut === undefined) return [];
  return [
    ...(version ? [`${version}, ${cipher ?? 'no cipher'}`] : []),
    `SNI ${serverNameSent ?? 'not sent'}, ${facts.bytesOut} bytes out, ${facts.bytesIn} bytes in`,
    ...(chain.length > 0 ? [`chain of ${chain.length}, seen on the ${chainFrom}`] : []),
    ...chain.flatMap(certificate),
    ...(verification
      ? [
          `verified as ${verification.name}: ${verification.code ?? 'trusted'}, name ${verification.nameMatches ? 'matches' : 'does not match'}`,
        ]
      : []),
    ...(asked?.requested
      ? [`the server asks for a client certificate; ${asked.sent ? 'one was' : 'none was'} sent`]
      : []),
    ...(alert
      ? [`alert ${alert.number} ${alert.name}${alert.late ? ', after the handshake' : ''}`]
      : []),
  ];
}

function certificate(one: Certificate): string[] {
  const key = [one.keyType, one.curve ?? one.keyBits].filter((part) => part !== null).join(' ');
  const dates = `${one.notBefore.slice(0, 10)} to ${one.notAfter.slice(0, 10)}`;
  return [
    one.subject,
    ...(one.names.length === 0 ? [] : [`for ${one.names.join(', ')}`]),
    `issued by ${one.issuer}`,
    `${dates}, ${key}, ${one.signature ?? 'signature unknown'}`,
    `SHA-256 ${one.fingerprint}`,
  ];
}

function websocket(check: ReportedCheck): string[] {
  const { url, querySent, headersSent = [], origin, ...heard } = someFacts(check, 'websocket');
  if (url === undefined) return [];
  const { offered = [], chosen, status, headers = [], body } = heard;
  return [
    `GET ${url}${querySent ? '?…' : ''}, subprotocol ${offered.join(', ') || 'none'}`,
    ...(headersSent.length > 0 ? [`with ${headersSent.join(', ')}`] : []),
    ...(origin ? [`Origin ${origin}`] : []),
    ...(status ? [`HTTP ${status}, subprotocol ${chosen ?? 'none'} chosen`] : []),
    ...headers.map(({ name, value }) => `${name}: ${value}`),
    ...(body ? [`"${body}"`] : []),
  ];
}

function connect(check: ReportedCheck): string[] {
  const { clientId, usernameSent, passwordSent, connack, disconnect } = someFacts(check, 'connect');
  if (clientId === undefined) return [];
  const given = `${usernameSent ? 'with' : 'no'} user name, ${passwordSent ? 'with' : 'no'} password`;
  return [
    `client id ${clientId}, ${given}`,
    ...(connack
      ? [`CONNACK ${connack.code} ${connack.name}`, ...properties(connack.properties)]
      : []),
    ...(disconnect
      ? [`DISCONNECT ${disconnect.code} ${disconnect.name}`, ...properties(disconnect.properties)]
      : []),
  ];
}

function properties(all: Readonly<Record<string, Property>>): string[] {
  return Object.entries(all).map(([name, value]) => {
    return `${name}: ${typeof value === 'object' ? value.join(', ') : value}`;
  });
}

function pubsub(check: ReportedCheck): string[] {
  const { topic, suback, acknowledgement, latencyMs = [], disconnect } = someFacts(check, 'pubsub');
  if (topic === undefined) return [];
  return [
    `topic ${topic}`,
    ...(suback ? [`SUBACK ${suback.code} ${suback.name}`] : []),
    ...(acknowledgement
      ? [`${acknowledgement.packet} ${acknowledgement.code} ${acknowledgement.name}`]
      : []),
    ...(latencyMs.length > 0 ? [`there and back in ${latencyMs.map(duration).join(', ')}`] : []),
    ...(disconnect ? [`DISCONNECT ${disconnect.code} ${disconnect.name}`] : []),
  ];
}
