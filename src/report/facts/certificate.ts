// A certificate, as a shape.

import type { Certificate } from '../../facts.ts';
import { flag, list, nullable, number, object, text, time } from '../shape.ts';

export const certificate = object<Certificate>({
  subject: text,
  issuer: text,
  names: list(text),
  commonName: nullable(text),
  notBefore: time,
  notAfter: time,
  serial: text,
  fingerprint: text,
  isCa: flag,
  selfSigned: flag,
  purposes: list(text),
  keyType: text,
  keyBits: nullable(number),
  curve: nullable(text),
  signature: nullable(text),
  issuerUrls: list(text),
  derBytes: number,
});
