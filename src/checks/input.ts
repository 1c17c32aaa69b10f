// The first rung: what can be known on this machine before anything is sent. It opens no
// socket and no file; the facts hold nothing that is secret.

import { X509Certificate } from 'node:crypto';
import type { InputFacts, Token } from '../evidence.ts';
import type { Credentials, Target } from '../target.ts';
import {
  type ReadClientCertificate,
  readCaFile,
  readClientCertificate,
} from './certificate-file.ts';
import { defineCheck } from './check.ts';
import { problemsOf } from './input-problems.ts';
import { type ReadKey, readKeyFile } from './key-file.ts';
import { strayIn, strayInKeyFile } from './stray-characters.ts';
import { readToken } from './token.ts';
import { topicProblem } from './topic-problem.ts';

export default defineCheck({
  id: 'input',
  notApplicable: () => null,
  run: async ({ target, credentials }) => {
    const read = factsFrom(target, credentials);
    const problems = problemsOf(read, target, Date.now());
    const facts: InputFacts = { ...read, problems };
    if (problems.length === 0) return { status: 'ok', facts };
    const failure = { code: 'unusable-input', raw: problems.join(', ') } as const;
    return { status: 'failed', failure, facts };
  },
});

function factsFrom(target: Target, credentials: Credentials): Omit<InputFacts, 'problems'> {
  return {
    ca: credentials.ca.map(readCaFile),
    ...identityIn(credentials),
    stray: straysIn(target, credentials),
    passwordFrom: credentials.password && credentials.passwordFrom,
    token: tokenIn(credentials),
    topicProblem: topicProblem(target),
  };
}

function identityIn({ clientCertificate, clientKey, keyPassphrase }: Credentials) {
  const certificate = clientCertificate && readClientCertificate(clientCertificate);
  // A file that holds both is fine, and then need not be given twice.
  const material = clientKey ?? (certificate?.own ? clientCertificate : null);
  const key = material && readKeyFile(material, keyPassphrase?.reveal() ?? null);
  return {
    clientCertificate: certificate?.facts ?? null,
    clientKey: key?.facts ?? null,
    keyMatchesCertificate: certificate && key && belongTogether(certificate, key),
  };
}

function belongTogether({ own }: ReadClientCertificate, { key }: ReadKey): boolean | null {
  if (!own || !key) return null;
  try {
    return new X509Certificate(own).checkPrivateKey(key);
  } catch {
    return null;
  }
}

function straysIn({ mqtt }: Target, { username, password, clientKey }: Credentials) {
  return [
    ...strayIn('user name', username?.reveal() ?? ''),
    ...strayIn('password', password?.reveal() ?? ''),
    ...strayIn('client id', mqtt.clientIdIsOurs ? '' : mqtt.clientId),
    ...(clientKey ? strayInKeyFile(clientKey) : []),
  ];
}

function tokenIn({ username, password }: Credentials): Token | null {
  return (
    (password && readToken(password.reveal(), 'password')) ??
    (username && readToken(username.reveal(), 'user name'))
  );
}
