// Recognises services that speak in binary frames, MQTT and HTTP/2 aside.

import type { Named, Said } from './said.ts';
import { productIn } from './said.ts';
import { contentTypes, startsLikeTls } from './tls-records.ts';

export function binaryNamed(said: Said): Named | null {
  return (
    tls(said) ?? amqp(said) ?? mysql(said) ?? postgresql(said) ?? openwire(said) ?? telnet(said)
  );
}

const serverHello = 2;

function tls({ bytes }: Said): Named | null {
  const [type, , , high, low, first, second] = bytes;
  if (low === undefined || !startsLikeTls(bytes)) return null;
  if (type === contentTypes.handshake) return first === serverHello ? { service: 'tls' } : null;
  // An alert in the clear has two bytes: warning or fatal, and its number (RFC 8446 §6).
  if (type !== contentTypes.alert || high !== 0 || low !== 2) return null;
  return first === 1 || first === 2 ? { service: 'tls', tlsAlert: second ?? null } : null;
}

/** The protocol header: the versions the server would rather speak. */
function amqp({ bytes, text }: Said): Named | null {
  const [, , , , id, major, minor, revision] = bytes;
  if (!text.startsWith('AMQP') || id === undefined || id > 3) return null;
  // AMQP 0-10 and its forerunners write their versions in ways of their own, after a one.
  if (revision === undefined || id === 1) return { service: 'amqp' };
  // AMQP 0-9-1 §4.2.2 puts a zero before its version; 1.0 §2.2 has id, major, minor, revision.
  const product = major === 0 ? `${major}-${minor}-${revision}` : `${major}.${minor}`;
  return { service: 'amqp', product };
}

/** A greeting of protocol 10, an error instead of it, or the notice that X Protocol begins with. */
function mysql(said: Said): Named | null {
  const { text } = said;
  const greeting = /^.\0\0\0\x0a(\d{1,2}\.\d{1,3}\.[\w.+~:-]{1,64})\0/s;
  if (greeting.test(text)) return { service: 'mysql', product: productIn(said, greeting) };
  if (text.startsWith('\x05\0\0\0\x0b\x08\x05\x1a\0')) return { service: 'mysql' };
  const [low = 0, high = 0, top, sequence = 0, marker, codeLow = 0, codeHigh = 0] = said.bytes;
  const code = codeHigh * 256 + codeLow;
  const words = text.slice(7, 4 + high * 256 + low);
  if (top !== 0 || sequence > 1 || marker !== 0xff || code < 1000 || code > 1999) return null;
  if (!/^[ -~]{8,}$/.test(words)) return null;
  return { service: 'mysql', product: /(MariaDB|MySQL) server/.exec(words)?.[1] ?? null };
}

/** An ErrorResponse, of protocol 3 with its SQLSTATE or of protocol 2. */
function postgresql({ text }: Said): Named | null {
  const error = /^E\0\0..S[^\0]{1,32}\0(?:V[A-Z]+\0)?C[0-9A-Z]{5}\0/s;
  return error.test(text) || /^E(?:FATAL|ERROR): {2}[^\0]+\n\0/.test(text)
    ? { service: 'postgresql' }
    : null;
}

/** WIREFORMAT_INFO, with which ActiveMQ begins. */
function openwire(said: Said): Named | null {
  if (!/^.{4}\x01ActiveMQ/s.test(said.text)) return null;
  // A string property: its name, the type 9, and two bytes of length.
  return { service: 'openwire', product: productIn(said, /ProviderVersion\x09..([\d.]+)/s) };
}

/** A negotiation: IAC, then WILL, WONT, DO or DONT, and an option in use (RFC 854). */
function telnet({ text }: Said): Named | null {
  return /^\xff[\xfb-\xfe][\0-\x31]/.test(text) ? { service: 'telnet' } : null;
}
