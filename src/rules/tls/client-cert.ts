// The client's certificate, as far as the server saw it, and what the server asked for.

import { type Case, facts } from '../rule.ts';

/** A type, not an interface: what a rule finds is a record. */
export type Offered = {
  readonly file: string;
  readonly subject: string;
  readonly issuer: string;
};

export function offeredCertificate(c: Case): Offered {
  const given = facts(c, 'input').clientCertificate;
  const [first] = given?.certificates ?? [];
  return {
    file: given?.file ?? 'client.crt',
    subject: first?.subject ?? 'the client certificate',
    issuer: first?.issuer ?? 'its issuer',
  };
}

/** Few of the authorities that the server names, as a list. */
export function authoritiesInWords(authorities: readonly string[]): string {
  const more = authorities.length > 4 ? ` and ${authorities.length - 4} more` : '';
  return `${authorities.slice(0, 4).join('; ')}${more}`;
}

/** The server says whose certificates it takes, and no certificate in the file is from there. */
export function issuerNotAskedFor(c: Case): boolean {
  const { authorities = [] } = facts(c, 'tls').clientCertificate ?? {};
  const issuers = facts(c, 'input').clientCertificate?.certificates.map(({ issuer }) => issuer);
  return authorities.length > 0 && !issuers?.some((one) => authorities.includes(one));
}
