// Why nothing was sent, for the line of the `input` check. Which file it is, the finding says.

import type { InputFacts, InputProblem } from '../evidence.ts';
import type { Parts } from './parts.ts';

const words: Readonly<Record<InputProblem, string>> = {
  'ca-unreadable': 'no certificate can be read from the CA file',
  'ca-wrong-kind': 'the CA file holds something else',
  'cert-unreadable': 'the client certificate cannot be read',
  'cert-wrong-kind': 'the client certificate is of another kind',
  'key-unreadable': 'the key cannot be read',
  'key-encrypted': 'the key cannot be decrypted',
  'key-mismatch': 'the key does not belong to the certificate',
  'client-cert-expired': 'the client certificate has expired',
  'client-cert-not-yet-valid': 'the client certificate is not valid yet',
  'tls-not-enabled': 'certificates are given, and TLS is off',
  'token-expired': 'the token has expired',
  'token-not-yet-valid': 'the token is not valid yet',
  'topic-invalid': 'the topic cannot be used',
};

/** null: none is named. */
export function inputProblem({ problems = [] }: Partial<InputFacts>): Parts | null {
  const [first] = problems;
  if (first === undefined) return null;
  const more = problems.length === 1 ? '' : `, and ${problems.length - 1} more`;
  return [`${words[first] ?? first}${more}`];
}
