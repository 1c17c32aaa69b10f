// What an X.509 certificate says, as plain facts. Values are kept as they are, hostile ones
// too: rendering escapes them. It never throws.

import { X509Certificate } from 'node:crypto';
import type { Certificate } from '../evidence.ts';
import { alternativeNames, issuerUrls } from './alternative-names.ts';
import { readOid, readText, readTlv, readTlvs, type Tlv } from './der.ts';
import { nameText } from './distinguished-name.ts';
import { signatureNames } from './signature-names.ts';

/** null: not a certificate that OpenSSL can read, or one without a validity that is a time. */
export function readCertificate(der: Uint8Array): Certificate | null {
  try {
    return factsFrom(new X509Certificate(der));
  } catch {
    return null;
  }
}

function factsFrom(x509: X509Certificate): Certificate {
  const { subject, issuer, signature } = structureOf(x509.raw);
  return {
    subject: nameText(subject),
    issuer: nameText(issuer),
    names: alternativeNames(x509.subjectAltName ?? ''),
    commonName: commonNameOf(subject),
    notBefore: isoTime(x509.validFrom),
    notAfter: isoTime(x509.validTo),
    serial: x509.serialNumber,
    fingerprint: x509.fingerprint256.replaceAll(':', '').toLowerCase(),
    isCa: x509.ca,
    selfSigned: Buffer.from(subject).equals(issuer) && isSelfSigned(x509),
    // The types leave out that Node gives undefined where there is no such extension.
    purposes: (x509.keyUsage as string[] | undefined) ?? [],
    ...keyOf(x509),
    signature: signatureNames[signature] ?? null,
    issuerUrls: issuerUrls(x509.infoAccess ?? ''),
    derBytes: x509.raw.length,
  };
}

/** What the runtime gives not at all (Node 20: the signature) or in a text of its own. */
function structureOf(der: Uint8Array) {
  const [toBeSigned, algorithm] = elementsOf(readTlv(der));
  const fields = elementsOf(toBeSigned);
  // version [0] is left out in version 1 (RFC 5280 §4.1).
  const [, , issuer, , subject] = fields[0]?.tag === 0xa0 ? fields.slice(1) : fields;
  const [oid] = elementsOf(algorithm);
  if (!issuer || !subject || !oid) throw new Error('not the structure of a certificate');
  return { issuer: issuer.bytes, subject: subject.bytes, signature: readOid(oid) ?? '' };
}

function elementsOf(tlv: Tlv | null | undefined): readonly Tlv[] {
  return (tlv && readTlvs(tlv.content)) ?? [];
}

/** The last where there are several; null: none. */
function commonNameOf(subject: Uint8Array): string | null {
  const pairs = elementsOf(readTlv(subject)).flatMap((set) => elementsOf(set));
  const values = pairs.map((pair) => {
    const [type, value] = elementsOf(pair);
    return type && value && readOid(type) === '2.5.4.3' ? readText(value) : null;
  });
  return values.findLast((value) => value !== null) ?? null;
}

/** Throws where it is no time. */
function isoTime(text: string): string {
  return new Date(text).toISOString();
}

/** Of authorities the name and key ids must do: the signatures of a list of 150 take 25 ms. */
function isSelfSigned(x509: X509Certificate): boolean {
  if (x509.ca) return x509.checkIssued(x509);
  try {
    return x509.verify(x509.publicKey);
  } catch {
    // Signed or made with something that OpenSSL does not know.
    return false;
  }
}

function keyOf(x509: X509Certificate): Pick<Certificate, 'keyType' | 'keyBits' | 'curve'> {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = x509.publicKey;
    const curve = asymmetricKeyDetails?.namedCurve ?? null;
    const bits = asymmetricKeyDetails?.modulusLength ?? Number(curve?.match(/\d{3}/)?.[0]);
    return { keyType: asymmetricKeyType ?? 'unknown', keyBits: bits || null, curve };
  } catch {
    return { keyType: 'unknown', keyBits: null, curve: null };
  }
}
