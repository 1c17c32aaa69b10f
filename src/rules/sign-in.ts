// What a client showed of itself: credentials, certificate, server name.

import { type Case, facts } from './rule.ts';

export function credentialsSent(c: Case): boolean {
  const { usernameSent, passwordSent } = facts(c, 'connect');
  return usernameSent === true || passwordSent === true;
}

/** `user name and password`, `user name without a password`... */
export function credentialsInWords(c: Case): string {
  const { usernameSent, passwordSent } = facts(c, 'connect');
  if (usernameSent && passwordSent) return 'user name and password';
  if (usernameSent) return 'a user name without a password';
  return passwordSent ? 'a password without a user name' : 'neither user name nor password';
}

export function certificateSent(c: Case): boolean {
  return c.target.tls?.clientCertificate === true;
}

/** TLS without SNI: a front end for many brokers cannot tell which one is meant, and may let CONNECT fail. */
export function serverNameMissing(c: Case): boolean {
  return c.target.tls !== null && facts(c, 'tls').serverNameSent === null;
}
