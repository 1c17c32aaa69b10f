// Every rule of the layer input, one line each.

import type { Rule } from '../rule.ts';
import caUnreadable from './ca-unreadable.ts';
import caWrongKind from './ca-wrong-kind.ts';
import certUnreadable from './cert-unreadable.ts';
import certWrongKind from './cert-wrong-kind.ts';
import clientCertExpired from './client-cert-expired.ts';
import clientCertNotYetValid from './client-cert-not-yet-valid.ts';
import clientCertPurpose from './client-cert-purpose.ts';
import keyEncrypted from './key-encrypted.ts';
import keyMismatch from './key-mismatch.ts';
import keyUnreadable from './key-unreadable.ts';
import secretOnCommandLine from './secret-on-command-line.ts';
import strayCharacters from './stray-characters.ts';
import tlsNotEnabled from './tls-not-enabled.ts';
import tokenExpired from './token-expired.ts';
import tokenNotYetValid from './token-not-yet-valid.ts';
import topicInvalid from './topic-invalid.ts';

export const inputRules: readonly Rule[] = [
  caUnreadable,
  caWrongKind,
  certUnreadable,
  certWrongKind,
  clientCertExpired,
  clientCertNotYetValid,
  clientCertPurpose,
  keyEncrypted,
  keyMismatch,
  keyUnreadable,
  secretOnCommandLine,
  strayCharacters,
  tlsNotEnabled,
  tokenExpired,
  tokenNotYetValid,
  topicInvalid,
];
