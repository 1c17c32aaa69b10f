// --path and --header, and what they and a target's own path make of a WebSocket URL. Header
// values and the query may be secrets: they go beside the target.

import { Secret, type Transport, type WebSocketSettings } from '../../target.ts';
import type { Place } from '../target.ts';
import { UsageError } from '../usage-error.ts';
import type { Flag } from './flag.ts';

export interface Header {
  readonly name: string;
  readonly value: string;
}

export interface WebSocketFlags {
  readonly path?: string;
  readonly header?: readonly Header[];
}

export const webSocketFlags: readonly Flag[] = [
  {
    flags: '--path <path>',
    help: 'path of a WebSocket address (default: /mqtt)',
    parse: pathOf,
  },
  {
    flags: '--header <name: value>',
    help: 'send this header when asking for WebSocket; repeatable',
    parse: headerOf,
  },
];

const usualPath = '/mqtt';

export interface Asked {
  readonly path: string | null;
  readonly webSocket: WebSocketSettings | null;
  readonly headers: readonly { readonly name: string; readonly value: Secret }[];
  readonly query: Secret | null;
}

/** Throws UsageError where the transport has no use for them, or the path is named twice. */
export function webSocketFor(flags: WebSocketFlags, place: Place, transport: Transport): Asked {
  const { path, header = [] } = flags;
  if (transport !== 'ws' && transport !== 'wss') {
    refuseIdle(flags);
    return { path: null, webSocket: null, headers: [], query: null };
  }
  if (path !== undefined && place.path !== null && path !== place.path) {
    throw new UsageError(
      'The target and --path name two different paths.',
      'Leave one of them out.',
    );
  }
  const [bare = usualPath, query = ''] = parted(path ?? place.path ?? usualPath);
  return {
    path: bare,
    webSocket: {
      subprotocols: ['mqtt'],
      headers: header.map(({ name }) => name),
      queryGiven: query !== '',
      origin: null,
    },
    headers: header.map(({ name, value }) => ({ name, value: new Secret(value) })),
    query: query === '' ? null : new Secret(query),
  };
}

function parted(typed: string): readonly string[] {
  const at = typed.indexOf('?');
  return at === -1 ? [typed] : [typed.slice(0, at), typed.slice(at + 1)];
}

function refuseIdle({ path, header }: WebSocketFlags): void {
  if (path === undefined && header === undefined) return;
  throw new UsageError(
    `${path === undefined ? '--header' : '--path'} is for WebSocket, and the target is not.`,
    'For MQTT over WebSocket use wss://HOST or ws://HOST.',
  );
}

/** A path as it goes into the request: with its slash, percent-encoded where that was forgotten. */
export function pathOf(typed: string): string {
  if (typed.includes('#')) {
    throw new UsageError('A path has no fragment.', 'Leave out the # and what follows it.');
  }
  const path = typed.startsWith('/') ? typed : `/${typed}`;
  // Parsed as every client does it; the host is of no meaning.
  const { pathname, search } = new URL(`ws://host${path}`);
  return `${pathname}${search}`;
}

/** Those that the handshake itself sets (RFC 6455 §4.1), or that would make a body of it. */
const ownHeaders =
  /^(connection|upgrade|sec-websocket-.*|content-length|transfer-encoding|expect|te|trailer)$/i;

function headerOf(typed: string, previous: unknown): readonly Header[] {
  const colon = typed.indexOf(':');
  const name = typed.slice(0, Math.max(colon, 0)).trim();
  const value = typed.slice(colon + 1).trim();
  // RFC 9110 §5.1, §5.5
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) || !/^[\x20-\x7e\x80-\xff\t]*$/.test(value)) {
    throw new UsageError(
      '--header takes a name, a colon and a value.',
      "For example: --header 'Authorization: Bearer TOKEN'.",
    );
  }
  if (ownHeaders.test(name)) {
    throw new UsageError(
      '--header names a header that belongs to the WebSocket handshake itself.',
      'Leave it out; the handshake is always sent whole.',
    );
  }
  // What collects is called with what it returned before.
  const before = Array.isArray(previous) ? (previous as readonly Header[]) : [];
  return [...before, { name, value }];
}
