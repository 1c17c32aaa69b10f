// Certificates: other lists of authorities, the chain completed, and no verification at all.
// None of these is what the user trusts, so none carries credentials.

import { type Attempt, factsOf, failureIn } from '../evidence.ts';
import type { Target, TlsSettings } from '../target.ts';
import { defineTrial, once } from './trial.ts';

function withTls(target: Target, tls: Partial<TlsSettings>): Target {
  return target.tls ? { ...target, tls: { ...target.tls, ...tls } } : target;
}

const trustOf = ({ tls }: Target) => tls?.trust ?? null;

function untrusted(main: Attempt): boolean {
  return failureIn(main, 'tls') === 'tls-untrusted';
}

export const unverified = defineTrial({
  id: 'unverified',
  label: () => 'certificate not checked',
  question: () => 'Does a broker answer when the certificate is not checked?',
  values: ({ main }) => once(untrusted(main) || failureIn(main, 'tls') === 'tls-name-mismatch'),
  change: (target) => withTls(target, { verify: false }),
  setting: 'verify',
  from: ({ tls }) => (tls ? String(tls.verify) : null),
  upTo: 'connect',
});

export const trustSystem = defineTrial({
  id: 'trust-system',
  label: () => 'public authorities trusted',
  question: () => 'Is the certificate good by the public authorities?',
  values: ({ target, main }) => once(untrusted(main) && target.tls?.trust === 'given'),
  change: (target) => withTls(target, { trust: 'system' }),
  setting: 'trust',
  from: trustOf,
  upTo: 'alpn',
});

export const trustOs = defineTrial({
  id: 'trust-os',
  label: () => "the system's authorities trusted",
  question: () => "Is the certificate good by the operating system's list of authorities?",
  values: ({ target, main }) => once(untrusted(main) && target.tls?.trust !== 'os'),
  change: (target) => withTls(target, { trust: 'os' }),
  setting: 'trust',
  from: trustOf,
  upTo: 'alpn',
});

/** Asks the certificate's own authority for what the server left out; `--no-aia` forbids it. */
export const chainCompleted = defineTrial({
  id: 'chain-completed',
  label: () => 'missing certificate fetched',
  question: () =>
    'Does it verify when the missing certificate is fetched from its authority (AIA)?',
  values: ({ target, main }) => once(target.tls?.fetchIssuers !== false && urls(main).length > 0),
  change: (target, _value, { main }) => withTls(target, { issuerUrls: urls(main) }),
  setting: 'issuerUrls',
  from: ({ tls }) => tls?.issuerUrls?.join(', ') ?? null,
  upTo: 'alpn',
});

function urls(main: Attempt): readonly string[] {
  const { chain = [] } = factsOf(main, 'tls');
  const last = chain.at(-1);
  return untrusted(main) && last && !last.selfSigned ? last.issuerUrls : [];
}
