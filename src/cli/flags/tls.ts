// The TLS flags. Their files are read by ../credentials.ts.

import type { TlsSettings, TlsVersion, Transport } from '../../target.ts';
import { UsageError } from '../usage-error.ts';
import { collect, type FlagGroup } from './flag.ts';
import { type Sni, serverNameFlags, serverNameFor } from './server-name.ts';
import { refuseEmptyRange, tlsVersionFlags } from './tls-version.ts';

export interface TlsFlags {
  readonly ca?: readonly string[];
  readonly cert?: string;
  readonly key?: string;
  readonly keyPassphraseFile?: string;
  readonly insecure?: boolean;
  readonly sni?: Sni;
  readonly alpn?: readonly string[];
  readonly tlsMin?: TlsVersion;
  readonly tlsMax?: TlsVersion;
  readonly aia: boolean;
}

export const tlsFlags: FlagGroup = {
  title: 'TLS:',
  flags: [
    {
      flags: '--ca <file>',
      help: 'trust only the authorities in this file, PEM or DER; repeatable',
      parse: collect,
    },
    { flags: '--cert <file>', help: 'client certificate, PEM or DER' },
    { flags: '--key <file>', help: 'its private key' },
    {
      flags: '--key-passphrase-file <file>',
      help: 'file that holds the passphrase of the key',
    },
    {
      flags: '--insecure',
      help: 'go on where the certificate does not verify',
    },
    ...serverNameFlags,
    {
      flags: '--alpn <name>',
      help: 'offer this protocol; repeatable, or with commas',
      parse: alpnNames,
    },
    ...tlsVersionFlags,
    {
      flags: '--no-aia',
      help: 'do not fetch certificates that the server left out from their authority',
    },
  ],
};

/** null on a plain transport: there --ca, --cert and --key are a finding, not an error. */
export function tlsSettings(
  flags: TlsFlags,
  transport: Transport,
  host: string,
): TlsSettings | null {
  refuseHalves(flags);
  refuseEmptyRange(flags.tlsMin, flags.tlsMax);
  if (transport === 'mqtt' || transport === 'ws') {
    refuseIdle(flags);
    return null;
  }
  return {
    ...serverNameFor(flags.sni, host),
    // As browsers and others do that ask for WebSocket; some front ends serve HTTP/2 otherwise.
    alpn: flags.alpn ?? (transport === 'wss' ? ['http/1.1'] : []),
    minVersion: flags.tlsMin ?? null,
    maxVersion: flags.tlsMax ?? null,
    verify: !flags.insecure,
    trust: flags.ca ? 'given' : 'system',
    clientCertificate: flags.cert !== undefined,
    ...(flags.aia ? {} : { fetchIssuers: false }),
  };
}

function refuseHalves({ cert, key, keyPassphraseFile }: TlsFlags): void {
  if ((cert === undefined) !== (key === undefined)) {
    throw new UsageError(
      key === undefined ? '--cert needs --key.' : '--key needs --cert.',
      'Where one file holds both, give it to both.',
    );
  }
  if (keyPassphraseFile !== undefined && key === undefined) {
    throw new UsageError('--key-passphrase-file needs --key.', 'It opens an encrypted key file.');
  }
}

function refuseIdle({ sni, alpn, tlsMin, tlsMax, insecure }: TlsFlags): void {
  const idle = [
    typeof sni === 'string' && '--sni',
    sni === false && '--no-sni',
    alpn && '--alpn',
    tlsMin && '--tls-min',
    tlsMax && '--tls-max',
    insecure && '--insecure',
  ].find((flag) => typeof flag === 'string');
  if (idle === undefined) return;
  throw new UsageError(
    `${idle} does nothing on a plain connection, and the target is one.`,
    'For TLS use mqtts://HOST or --transport mqtts.',
  );
}

function alpnNames(typed: string, previous: unknown): readonly string[] {
  const names = typed.split(',').map((name) => name.trim());
  // RFC 7301 §3.1
  if (names.some((name) => name === '' || Buffer.byteLength(name) > 255)) {
    throw new UsageError('--alpn takes names of 1 to 255 bytes.', 'For example: --alpn mqtt.');
  }
  return [...new Set(Array.isArray(previous) ? [...previous, ...names] : names)];
}
