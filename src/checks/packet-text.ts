// One line about an MQTT packet for the transcript. Credentials and payloads stay out: it
// says that they are there, never what they are.

import type { Packet } from 'mqtt-packet';
import { reasonName } from './reason-codes.ts';

export function nameOf(packet: Packet): string {
  return packet.cmd.toUpperCase();
}

/** On the wire, fixed header included [MQTT-2.2.3]. */
export function sizeOf(packet: Packet): number {
  const rest = packet.length ?? 0;
  const lengthBytes = rest < 128 ? 1 : rest < 16_384 ? 2 : rest < 2_097_152 ? 3 : 4;
  return 1 + lengthBytes + rest;
}

export function describePacket(packet: Packet): string {
  switch (packet.cmd) {
    case 'connect':
      return [
        `${packet.protocolId} level ${packet.protocolVersion}`,
        `client id ${packet.clientId}`,
        packet.clean ? 'clean session' : 'session kept',
        `keep-alive ${packet.keepalive} s`,
        packet.username === undefined ? 'no user name' : 'with user name',
        packet.password === undefined ? 'no password' : 'with password',
        ...(packet.will ? [`will on ${packet.will.topic}`] : []),
      ].join(', ');
    case 'connack': {
      const session = packet.sessionPresent ? ', session present' : '';
      return `${coded(packet.reasonCode ?? packet.returnCode ?? 0, 'connack', packet.returnCode !== undefined)}${session}${reason(packet)}`;
    }
    case 'subscribe':
      return `[${packet.messageId}] ${packet.subscriptions.map((one) => `${one.topic} QoS ${one.qos}`).join(', ')}`;
    case 'suback':
      return `[${packet.messageId}] ${packet.granted.map((code) => coded(Number(code), 'suback')).join(', ')}${reason(packet)}`;
    case 'publish':
      return `[${packet.messageId ?? '-'}] ${packet.topic} QoS ${packet.qos}, ${packet.payload.length} bytes${packet.retain ? ', retained' : ''}${packet.dup ? ', duplicate' : ''}`;
    case 'puback':
    case 'pubrec':
    case 'pubrel':
    case 'pubcomp':
      return `[${packet.messageId}] ${coded(packet.reasonCode ?? 0, packet.cmd)}${reason(packet)}`;
    case 'unsubscribe':
    case 'unsuback':
      return `[${packet.messageId}]`;
    case 'disconnect':
      return `${coded(packet.reasonCode ?? 0, 'disconnect')}${reason(packet)}`;
    case 'auth':
      return `${coded(packet.reasonCode ?? 0, 'auth')}, method ${packet.properties?.authenticationMethod ?? 'not named'}`;
    case 'pingreq':
    case 'pingresp':
      return '';
  }
}

function coded(code: number, packet: string, old = false): string {
  return `${code} ${reasonName(code, packet, old)}`;
}

function reason(packet: Packet): string {
  const text = 'properties' in packet ? packet.properties : undefined;
  return text && 'reasonString' in text && text.reasonString ? `, "${text.reasonString}"` : '';
}
