// The key usage of a certificate, which the runtime does not give. It never throws.

import { readOid, readTlv, readTlvs } from './der.ts';

const keyUsage = '2.5.29.15';
const digitalSignature = 0x80;
const keyAgreement = 0x08;

/**
 * Whether a client may prove with it that it holds the key, which is how OpenSSL judges a
 * client certificate (RFC 5280 §4.2.1.3); null: no such extension, so anything goes.
 */
export function maySign(der: Uint8Array): boolean | null {
  const certificate = readTlv(der);
  const toBeSigned = certificate && readTlv(certificate.content);
  // extensions [3]: the last element of a version 3 certificate.
  const last = toBeSigned && readTlvs(toBeSigned.content)?.at(-1);
  const list = last?.tag === 0xa3 ? readTlv(last.content) : null;
  for (const extension of (list && readTlvs(list.content)) ?? []) {
    const parts = readTlvs(extension.content);
    const [id] = parts ?? [];
    const value = parts?.at(-1);
    if (!id || !value || readOid(id) !== keyUsage) continue;
    // BIT STRING: the first octet counts the unused bits.
    const bits = readTlv(value.content)?.content[1] ?? 0;
    return (bits & (digitalSignature | keyAgreement)) !== 0;
  }
  return null;
}
