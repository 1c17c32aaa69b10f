// What a file is that is not PEM: by its first bytes, or by its shape in DER. Whether the
// content makes sense is for OpenSSL to say.

import type { FileContent } from '../evidence.ts';
import { readTlv, readTlvs } from './der.ts';

export interface FoundContent {
  readonly content: FileContent;
  /** Of its PEM form; null: nothing here reads it. */
  readonly label: string | null;
}

type Row = readonly [shape: RegExp, content: FileContent, label: string | null];

const texts: readonly Row[] = [
  [/^(\xff\xfe|\xfe\xff)/, 'UTF-16 text', null],
  [/^(\xef\xbb\xbf)?\s*<(!doctype|html|head|body|\?xml)/i, 'web page', null],
  [/^(\xfe\xed\xfe\xed|\xce\xce\xce\xce)/, 'Java keystore', null],
];

/** Identifier octets of the elements inside the outer SEQUENCE. */
const structures: readonly Row[] = [
  [/^02 30 04/, 'private key', 'PRIVATE KEY'], // RFC 5208
  [/^02( 02){8}$/, 'private key', 'RSA PRIVATE KEY'], // RFC 8017 §A.1.2
  [/^02 04/, 'private key', 'EC PRIVATE KEY'], // RFC 5915
  [/^02 30( 30)?$/, 'PKCS#12 archive', null], // RFC 7292
  [/^06 a0$/, 'PKCS#7 bundle', null], // RFC 2315
  [/^30 04$/, 'encrypted private key', 'ENCRYPTED PRIVATE KEY'], // RFC 5958
  [/^30 03$/, 'public key', 'PUBLIC KEY'], // RFC 5280
];

/** The same for what is signed, { toBeSigned, algorithm, signature }: of the elements to be signed. */
const signed: readonly Row[] = [
  [/^02 30 30( a0)?$/, 'certificate request', 'CERTIFICATE REQUEST'], // RFC 2986
  [/^(02 )?30 30 1[78]/, 'revocation list', 'X509 CRL'], // RFC 5280 §5.1
  [/^(a0 )?02 30 30 30 30 30/, 'certificate', 'CERTIFICATE'], // RFC 5280 §4.1
];

/** null: nothing known. */
export function contentOf(bytes: Uint8Array): FoundContent | null {
  const head = Buffer.from(bytes.subarray(0, 64)).toString('latin1');
  const text = rowFor(texts, head);
  if (text) return text;
  const outer = readTlv(bytes);
  if (outer?.tag !== 0x30) return null;
  const shape = shapeOf(outer.content);
  if (shape !== '30 30 03') return rowFor(structures, shape);
  return rowFor(signed, shapeOf(readTlv(outer.content)?.content));
}

function shapeOf(content: Uint8Array | undefined): string {
  const elements = (content && readTlvs(content)) ?? [];
  return elements.map(({ tag }) => tag.toString(16).padStart(2, '0')).join(' ');
}

function rowFor(rows: readonly Row[], text: string): FoundContent | null {
  const [, content, label] = rows.find(([shape]) => shape.test(text)) ?? [];
  return content === undefined || label === undefined ? null : { content, label };
}
