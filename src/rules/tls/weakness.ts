// What is below the floor of OpenSSL's security level 2 (112 bits), which distributions use.

import type { Certificate } from '../../evidence.ts';

export function isWeak(certificate: Certificate): boolean {
  return weaknessOf(certificate) !== null;
}

/** `RSA key of 1024 bits`; null: strong enough. A root's own signature does not count. */
export function weaknessOf({
  keyType,
  keyBits,
  signature,
  selfSigned,
}: Certificate): string | null {
  if (keyType.startsWith('rsa') && keyBits !== null && keyBits < 2048) {
    return `RSA key of ${keyBits} bits`;
  }
  if (keyType === 'ec' && keyBits !== null && keyBits < 224) return `EC key of ${keyBits} bits`;
  if (!selfSigned && signature && /md[245]|sha1(?!\d)/i.test(signature)) {
    return `signed with ${signature}`;
  }
  return null;
}
