// Every rule of the layer tls, one line each.

import type { Rule } from '../rule.ts';
import addressAsName from './address-as-name.ts';
import cipherMismatch from './cipher-mismatch.ts';
import clientCertRejected from './client-cert-rejected.ts';
import clientCertRequired from './client-cert-required.ts';
import clientCertUnknownCa from './client-cert-unknown-ca.ts';
import clockWrong from './clock-wrong.ts';
import closedInHandshake from './closed-in-handshake.ts';
import embeddedUnfriendly from './embedded-unfriendly.ts';
import expired from './expired.ts';
import expiresSoon from './expires-soon.ts';
import hostnameMismatch from './hostname-mismatch.ts';
import intercepted from './intercepted.ts';
import missingIntermediate from './missing-intermediate.ts';
import mtuBlackHole from './mtu-black-hole.ts';
import notYetValid from './not-yet-valid.ts';
import oldVersion from './old-version.ts';
import revoked from './revoked.ts';
import selfSigned from './self-signed.ts';
import sniRequired from './sni-required.ts';
import sniUnknown from './sni-unknown.ts';
import timeout from './timeout.ts';
import unknownCa from './unknown-ca.ts';
import verificationOff from './verification-off.ts';
import versionUnsupported from './version-unsupported.ts';
import weakCertificate from './weak-certificate.ts';
import wrongCa from './wrong-ca.ts';
import wrongPurpose from './wrong-purpose.ts';

export const tlsRules: readonly Rule[] = [
  addressAsName,
  cipherMismatch,
  clientCertRejected,
  clientCertRequired,
  clientCertUnknownCa,
  clockWrong,
  closedInHandshake,
  embeddedUnfriendly,
  expired,
  expiresSoon,
  hostnameMismatch,
  intercepted,
  missingIntermediate,
  mtuBlackHole,
  notYetValid,
  oldVersion,
  revoked,
  selfSigned,
  sniRequired,
  sniUnknown,
  timeout,
  unknownCa,
  verificationOff,
  versionUnsupported,
  weakCertificate,
  wrongCa,
  wrongPurpose,
];
