// Reads the file of a client's private key: whether it can be opened, and with what. The key
// itself goes to whoever compares it with a certificate, and into no fact.

import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { ClientKeyFile } from '../evidence.ts';
import type { Material } from '../target.ts';
import { contentOf } from './file-content.ts';
import { readMaterial } from './material.ts';
import type { Block } from './pem.ts';

export interface ReadKey {
  readonly facts: ClientKeyFile;
  /** null: it could not be opened. */
  readonly key: KeyObject | null;
}

export function readKeyFile(material: Material, passphrase: string | null): ReadKey {
  const { problem, holds, blocks } = readMaterial(material);
  const facts = {
    file: material.label,
    problem,
    holds,
    encrypted: false,
    locked: null,
    type: null,
  };
  const block = blocks.find(({ content }) => content.endsWith('private key'));
  if (!block) return { facts: { ...facts, problem: problem ?? 'no-key' }, key: null };
  const opening = open(block, passphrase);
  const found = { ...facts, problem: null, encrypted: isEncrypted(block) };
  switch (opening.result) {
    case 'open':
      return { facts: { ...found, type: opening.key.asymmetricKeyType ?? null }, key: opening.key };
    case 'damaged':
    case 'unsupported':
      return { facts: { ...found, problem: opening.result }, key: null };
    case 'passphrase-missing':
    case 'passphrase-wrong':
      return { facts: { ...found, locked: opening.result }, key: null };
  }
}

type Opening =
  | { readonly result: 'open'; readonly key: KeyObject }
  | { readonly result: 'passphrase-missing' | 'passphrase-wrong' | 'damaged' | 'unsupported' };

function open(block: Block, passphrase: string | null): Opening {
  if (isEncrypted(block) && passphrase === null) return { result: 'passphrase-missing' };
  try {
    const secret = passphrase === null ? {} : { passphrase };
    return { result: 'open', key: createPrivateKey({ key: block.pem, ...secret }) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    // PKCS#5 v1.5 with DES or RC2, which OpenSSL 3 has in its legacy provider only.
    if (code === 'ERR_OSSL_EVP_UNSUPPORTED') return { result: 'unsupported' };
    return { result: isEncrypted(block) && isWhole(block) ? 'passphrase-wrong' : 'damaged' };
  }
}

function isEncrypted({ content }: Block): boolean {
  return content === 'encrypted private key';
}

/** One wrong passphrase in 256 decrypts to nonsense, which OpenSSL takes for a damaged key. */
function isWhole({ der, pem }: Block): boolean {
  return pem.includes('Proc-Type:') || contentOf(der)?.content === 'encrypted private key';
}
