// Which of the things given make it pointless to go on. A wrong answer here stops a client
// that works, so what only some brokers refuse is left to the rules.

import type { CaFile, InputFacts, InputProblem } from '../evidence.ts';
import type { Target } from '../target.ts';
import { canVouch } from './certificate-file.ts';

/** Clocks differ, and a token is often used in the second it was made. */
const notBeforeLeewayMs = 30_000;

/** `at`: ms since 1970. The most telling first; empty: go on. */
export function problemsOf(
  facts: Omit<InputFacts, 'problems'>,
  target: Target,
  at: number,
): readonly InputProblem[] {
  const { ca, clientCertificate, clientKey, token } = facts;
  const first = clientCertificate?.certificates[0];
  const past = (iso: string | null | undefined) => iso != null && Date.parse(iso) <= at;
  const future = (iso: string | null | undefined) => iso != null && Date.parse(iso) > at;
  const given = ca.length > 0 || clientCertificate !== null || clientKey !== null;
  const claims: Readonly<Record<InputProblem, boolean>> = {
    'ca-unreadable': ca.some(isUnreadable),
    'ca-wrong-kind': ca.some(({ problem }) => problem === 'no-authority'),
    'cert-unreadable': clientCertificate !== null && clientCertificate.problem !== null,
    'cert-wrong-kind': isAuthority(facts),
    'key-unreadable': clientKey !== null && clientKey.problem !== null,
    'key-encrypted': clientKey !== null && clientKey.locked !== null,
    'key-mismatch': facts.keyMatchesCertificate === false,
    'client-cert-expired': past(first?.notAfter),
    'client-cert-not-yet-valid': future(first?.notBefore),
    'tls-not-enabled': target.tls === null && given,
    'token-expired': past(token?.expires),
    'token-not-yet-valid':
      token?.notBefore != null && Date.parse(token.notBefore) > at + notBeforeLeewayMs,
    'topic-invalid': facts.topicProblem !== null,
  };
  // Object.keys of a record keyed by InputProblem.
  return (Object.keys(claims) as InputProblem[]).filter((problem) => claims[problem]);
}

function isUnreadable({ problem, certificates }: CaFile): boolean {
  return problem !== null && problem !== 'no-authority' && !certificates.some(canVouch);
}

/**
 * `openssl req -x509` marks whatever it makes as an authority, and brokers accept that from a
 * client. So it counts as one where OpenSSL refuses it, where the key is another's, or where
 * it is the very authority given for a server whose name it does not carry.
 */
function isAuthority({
  ca,
  clientCertificate,
  keyMatchesCertificate,
}: Omit<InputFacts, 'problems'>): boolean {
  const first = clientCertificate?.certificates[0];
  if (!first?.isCa) return false;
  const isGiven = ca.some(({ certificates }) =>
    certificates.some(({ fingerprint }) => fingerprint === first.fingerprint),
  );
  return (
    clientCertificate?.maySign === false ||
    keyMatchesCertificate === false ||
    (isGiven && first.names.length === 0)
  );
}
