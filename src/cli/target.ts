// `<target>` as typed → its parts. No default is filled in here, and no message repeats
// what was typed: it may hold a password.

import { isIPv6 } from 'node:net';
import type { Transport } from '../target.ts';
import { pathOf } from './flags/web-socket.ts';
import { parseHost, targetExamples } from './host.ts';
import { portOf } from './port.ts';
import { isScheme, transportOfScheme } from './transport.ts';
import { UsageError } from './usage-error.ts';
import { encodeHint, parseUserinfo, type Userinfo } from './userinfo.ts';

export interface Place {
  /** null: no scheme. */
  readonly transport: Transport | null;
  readonly host: string;
  readonly port: number | null;
  /** With its query; null: none is named. */
  readonly path: string | null;
  readonly userinfo: Userinfo | null;
}

/** `host`, `host:port`, `[v6]:port`, bare v6 or a URL. Throws UsageError. */
export function parseTarget(typed: string): Place {
  // Copied text brings spaces along, and invisible ones too.
  const text = typed.replace(/^[\s\u200b\u2060]+|[\s\u200b\u2060]+$/g, '');
  if (text === '') {
    throw new UsageError(
      'The target is empty.',
      'A shell variable that is not set leaves an empty target behind.',
    );
  }
  if (/[\s\p{Cc}]/u.test(text)) {
    throw new UsageError(
      'The target has a space or a control character in it.',
      'Give each target as an argument of its own, without quotes around two of them.',
    );
  }
  const [, scheme, rest = text] = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/i.exec(text) ?? [];
  const transport = scheme === undefined ? null : transportOfScheme(scheme);
  const [, authority = '', tail = ''] = /^([^/?#]*)(.*)$/.exec(rest) ?? [];
  const webSocket = transport === 'ws' || transport === 'wss';
  if (!webSocket) refuseTail(tail);
  const path = webSocket && !/^\/?$/.test(tail) ? pathIn(tail) : null;
  const at = authority.lastIndexOf('@');
  return {
    transport,
    ...hostAndPort(authority.slice(at + 1)),
    path,
    userinfo: at === -1 ? null : parseUserinfo(authority.slice(0, at)),
  };
}

/** A tail with an @ may be the rest of a password, and would go out as a path. */
function pathIn(tail: string): string {
  if (tail.includes('@')) refuseTail(tail);
  return pathOf(tail);
}

function refuseTail(tail: string): void {
  if (/^\/*$/.test(tail)) return;
  if (tail.includes('@')) {
    throw new UsageError(
      'The user name or password in the target has a character that ends the host part of a URL.',
      encodeHint,
    );
  }
  throw new UsageError(
    'A target for MQTT over TCP or TLS has no path, query or fragment.',
    'Leave out everything from the first / ? or # on; a topic goes into --topic.',
  );
}

function hostAndPort(typed: string): Pick<Place, 'host' | 'port'> {
  const what = 'The host in the target';
  if (typed.startsWith('[')) {
    const [, inside = '', after = '?'] = /^\[([^\]]*)\](.*)$/.exec(typed) ?? [];
    // In a URL the % before a zone is itself encoded (RFC 6874).
    const host = inside.replace('%25', '%');
    if (!isIPv6(host) || !/^(:.*)?$/.test(after)) {
      throw new UsageError(
        'The brackets in the target hold no IPv6 address, or something follows them.',
        'For example: [2001:db8::1]:8883.',
      );
    }
    const port = after === '' ? null : portOf(after.slice(1), 'The target');
    return { host: parseHost(host, what), port };
  }
  if (isIPv6(typed)) return { host: parseHost(typed, what), port: null };
  const [host = '', port, ...more] = typed.split(':');
  if (more.length > 0) {
    throw new UsageError(
      'The target has more than one colon and is no IPv6 address.',
      'For example: broker.example.com:8883, or [2001:db8::1]:8883.',
    );
  }
  if (port !== undefined && isScheme(host) && !/^\d+$/.test(port)) {
    throw new UsageError('Two slashes are missing after the scheme of the target.', targetExamples);
  }
  return {
    host: parseHost(host, what),
    port: port === undefined ? null : portOf(port, 'The target'),
  };
}
