// Reads files of certificates: of the authorities to trust, and of the client itself.

import type { CaFile, Certificate, ClientCertificateFile } from '../evidence.ts';
import type { Material } from '../target.ts';
import { readCertificate } from './certificate.ts';
import { maySign } from './key-usage.ts';
import { readMaterial } from './material.ts';

export function readCaFile(material: Material): CaFile {
  const { problem, holds, certificates } = readFile(material);
  const isOther = problem === null || (problem === 'no-certificate' && holds.length > 0);
  const vain = isOther && !certificates.some(canVouch);
  return { file: material.label, problem: vain ? 'no-authority' : problem, holds, certificates };
}

/** A certificate that signed itself vouches for itself, authority or not. */
export function canVouch({ isCa, selfSigned }: Certificate): boolean {
  return isCa || selfSigned;
}

export interface ReadClientCertificate {
  readonly facts: ClientCertificateFile;
  /** DER of the client's own certificate, the first of the file; null: none. */
  readonly own: Uint8Array | null;
}

export function readClientCertificate(material: Material): ReadClientCertificate {
  const { problem, holds, certificates, own } = readFile(material);
  const facts = {
    file: material.label,
    problem,
    holds,
    certificates,
    maySign: own && maySign(own),
  };
  return { facts, own };
}

function readFile(material: Material): Omit<CaFile, 'file'> & { readonly own: Uint8Array | null } {
  const { problem, holds, blocks } = readMaterial(material);
  const ders = blocks.filter(({ content }) => content === 'certificate').map(({ der }) => der);
  const read = ders.map(readCertificate);
  const damagedAt = read.indexOf(null);
  // Like OpenSSL: what stands behind a damaged one is not read.
  const certificates = read
    .slice(0, damagedAt < 0 ? read.length : damagedAt)
    .filter((certificate) => certificate !== null);
  const none = certificates.length === 0 ? 'no-certificate' : null;
  return {
    problem: damagedAt < 0 ? (problem ?? none) : 'damaged',
    holds,
    certificates,
    own: read[0] ? (ders[0] ?? null) : null,
  };
}
