// Key pairs for certificates, and how WebCrypto names what they sign with.

import { createPrivateKey, generateKeyPair, type KeyObject, webcrypto } from 'node:crypto';
import { promisify } from 'node:util';

/** `ec256` takes a millisecond, `rsa2048` a tenth of a second, `rsa4096` seconds. */
export type KeyKind = 'ec256' | 'ec384' | 'rsa1024' | 'rsa2048' | 'rsa4096';
export type Digest = 'sha1' | 'sha256' | 'sha384';

export interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

const generate = promisify(generateKeyPair);

export async function mintKeys(kind: KeyKind): Promise<KeyPair> {
  switch (kind) {
    case 'ec256':
      return await generate('ec', { namedCurve: 'P-256' });
    case 'ec384':
      return await generate('ec', { namedCurve: 'P-384' });
    case 'rsa1024':
      return await generate('rsa', { modulusLength: 1024 });
    case 'rsa2048':
      return await generate('rsa', { modulusLength: 2048 });
    case 'rsa4096':
      return await generate('rsa', { modulusLength: 4096 });
  }
}

/** PKCS #8 in PEM; with a passphrase it is encrypted. */
export function privatePem(key: KeyObject, passphrase?: string): string {
  const cipher = passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase };
  return key.export({ type: 'pkcs8', format: 'pem', ...cipher }).toString();
}

const hashes = { sha1: 'SHA-1', sha256: 'SHA-256', sha384: 'SHA-384' } as const;

/** The pair as WebCrypto wants it for one signature: there the digest belongs to the key. */
export async function signingKeys({ publicKey, privateKey }: KeyPair, digest: Digest) {
  const hash = hashes[digest];
  const curve = privateKey.asymmetricKeyDetails?.namedCurve;
  const algorithm =
    curve === undefined
      ? { name: 'RSASSA-PKCS1-v1_5', hash }
      : { name: 'ECDSA', hash, namedCurve: curve === 'secp384r1' ? 'P-384' : 'P-256' };
  const secret = privateKey.export({ type: 'pkcs8', format: 'der' });
  const open = publicKey.export({ type: 'spki', format: 'der' });
  return {
    algorithm,
    privateKey: await webcrypto.subtle.importKey('pkcs8', secret, algorithm, true, ['sign']),
    publicKey: await webcrypto.subtle.importKey('spki', open, algorithm, true, ['verify']),
  };
}

/** A stranger's key: fits no certificate. */
export async function strayKey(kind: KeyKind = 'ec256'): Promise<string> {
  return privatePem((await mintKeys(kind)).privateKey);
}

/** `EC PRIVATE KEY` or `RSA PRIVATE KEY`, as older tools write it. */
export function traditionalPem(pem: string): string {
  const key = createPrivateKey(pem);
  const type = key.asymmetricKeyType === 'ec' ? 'sec1' : 'pkcs1';
  return key.export({ type, format: 'pem' }).toString();
}
