// The HTTP answer to a request for WebSocket, bounded, and without what we sent in secret:
// servers repeat the address and the headers that they did not like.

import type { IncomingMessage } from 'node:http';
import type { HttpHeader, WebSocketFacts } from '../evidence.ts';
import type { Credentials } from '../target.ts';
import { printable } from './said.ts';

const maxHeaders = 40;
const maxValue = 512;
const maxBody = 1024;
/** The status is known by then: the body is only worth a little waiting. */
const bodyMs = 500;

/** Values that are the server's own secrets, or ours. */
const hidden: readonly string[] = ['set-cookie', 'set-cookie2', 'sec-websocket-accept'];

export type UpgradeAnswer = Pick<
  WebSocketFacts,
  'status' | 'headers' | 'location' | 'chosen' | 'body'
>;

export function answerFrom(
  response: IncomingMessage,
  body: Buffer | null,
  hide: (text: string) => string,
): UpgradeAnswer {
  const { location } = response.headers;
  const chosen = response.headers['sec-websocket-protocol'];
  const shown = body === null ? null : hide(printable(body, maxBody)).trim();
  return {
    status: response.statusCode ?? null,
    headers: headersOf(response, hide),
    // A query may be a signature, or what was asked for sent back.
    location: location === undefined ? null : hide(line(location.split(/[?#]/)[0] ?? '')),
    chosen: chosen === undefined ? null : line(chosen),
    body: shown === '' ? null : shown,
  };
}

function headersOf(
  { rawHeaders }: IncomingMessage,
  hide: (text: string) => string,
): readonly HttpHeader[] {
  const headers: HttpHeader[] = [];
  for (let at = 0; at + 1 < rawHeaders.length && headers.length < maxHeaders; at += 2) {
    const [name = '', value = ''] = rawHeaders.slice(at, at + 2);
    const low = name.toLowerCase();
    if (hidden.includes(low)) continue;
    const bare = low === 'location' ? (value.split(/[?#]/)[0] ?? '') : value;
    headers.push({ name: line(name), value: hide(line(bare)) });
  }
  return headers;
}

function line(text: string): string {
  return printable(Buffer.from(text, 'latin1'), maxValue).replaceAll('\n', ' ');
}

/** At most its first KiB, or what came of it in time. */
export function bodyOf(response: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const enough = () => {
      clearTimeout(timer);
      response.pause();
      resolve(Buffer.concat(chunks).subarray(0, maxBody));
    };
    const timer = setTimeout(enough, bodyMs);
    response.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes >= maxBody) enough();
    });
    for (const event of ['end', 'close', 'error']) response.on(event, enough);
  });
}

/** Shorter values would be found by chance. */
const leastSecret = 4;
/** Longer than any token; the head of a request has a limit of its own. */
const maxSecret = 16 * 1024;
/** Of `Authorization`: what every server says as well. */
const schemes = /^(basic|bearer|digest|negotiate)$/i;

/** Takes out what the request held in secret, also as it is written in URLs and web pages. */
export function hiding({ headers, query }: Credentials): (text: string) => string {
  const values = headers.map(({ value }) => value.reveal());
  const sent = query?.reveal() ?? '';
  const pairs = sent.split('&').map((pair) => pair.slice(pair.indexOf('=') + 1));
  const parts = values.flatMap((value) => [...value.split(/[\s;=]+/), ...basic(value)]);
  const forms = [sent, ...pairs, ...values, ...parts]
    .filter((one) => !schemes.test(one))
    .flatMap((one) => [one, decoded(one), encodeURIComponent(one), escaped(one)])
    .map((one) => printable(Buffer.from(one), maxSecret))
    .filter((one) => one.length >= leastSecret)
    .toSorted((a, b) => b.length - a.length);
  const unique = [...new Set(forms)];
  return (text) => {
    const hidden = unique.reduce((all, one) => all.replaceAll(one, '[secret]'), text);
    const cut = Math.max(0, ...unique.map((one) => begunAtEnd(hidden, one)));
    return cut === 0 ? hidden : `${hidden.slice(0, -cut)}[secret]`;
  };
}

/** How many characters at the end of a text that was cut may be the beginning of a secret. */
function begunAtEnd(text: string, secret: string): number {
  for (let length = Math.min(secret.length - 1, text.length); length >= leastSecret; length -= 1) {
    const begun = secret.slice(0, length);
    if (text.endsWith(begun) && !schemes.test(begun.trim())) return length;
  }
  return 0;
}

/** The first bytes of an answer, without cookies and without the query of where it sends us. */
export function withoutTokens(sample: string): string {
  return sample
    .replace(/^set-cookie2?:.*(\n|$)/gim, '')
    .replace(/^(location:[^?#\n]*)[?#].*$/gim, '$1');
}

/** User name and password of Basic authentication (RFC 7617 §2), and the password alone. */
function basic(value: string): readonly string[] {
  const [, token] = /^basic\s+(\S+)$/i.exec(value) ?? [];
  if (token === undefined) return [];
  const pair = Buffer.from(token, 'base64').toString();
  return [pair, pair.slice(pair.indexOf(':') + 1)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** As web pages write it. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
