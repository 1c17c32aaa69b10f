// The server name (SNI): sent, not sent, a name behind the alias that was dialled, or one of the
// certificate that was shown.

import { isIpAddress } from '../address.ts';
import { type Attempt, factsOf, failureIn } from '../evidence.ts';
import type { Target } from '../target.ts';
import { defineTrial, once, refusedHello, type Situation, wordless } from './trial.ts';

function withServerName(target: Target, name: string | null): Target {
  if (!target.tls) return target;
  const serverNameFrom = name === null ? 'none' : name === target.host ? 'host' : 'user';
  return { ...target, tls: { ...target.tls, serverName: name, serverNameFrom } };
}

const from = ({ tls }: Target) => tls?.serverName ?? null;

/** HiveMQ Cloud's way of missing the name is a CONNACK: any failure from TLS up may be it. */
function failedAboveTcp({ outcomes }: Attempt): boolean {
  return outcomes.tls.status === 'failed' || outcomes.connect.status === 'failed';
}

export const sniSent = defineTrial({
  id: 'sni-sent',
  label: () => 'server name sent (SNI)',
  question: () => 'Does it work when the server name (SNI) is sent?',
  values: ({ target, main }) =>
    once(target.tls?.serverName === null && !isIpAddress(target.host) && failedAboveTcp(main)),
  change: (target) => withServerName(target, target.host),
  setting: 'serverName',
  from,
  upTo: 'connect',
  credentials: 'same',
});

/** How servers answer a name that they do not know, without a word about it mostly. */
const refusals = [40, 49, 80, 112];

function refusedAtOnce(main: Attempt): boolean {
  const { serverHello } = factsOf(main, 'tls');
  const cut = wordless(failureIn(main, 'tls')) && !serverHello;
  return cut || refusedHello(main, refusals);
}

export const sniNone = defineTrial({
  id: 'sni-none',
  label: () => 'no server name sent (SNI)',
  question: () => 'Does the server answer when no server name (SNI) is sent?',
  values: ({ target, main }) => once(Boolean(target.tls?.serverName) && refusedAtOnce(main)),
  change: (target) => withServerName(target, null),
  setting: 'serverName',
  from,
  upTo: 'alpn',
  credentials: 'certificate',
});

/** A chain of aliases is seldom longer, and its last name is a machine's more often than a tenant's. */
const maxAliases = 3;

/** Shared brokers know their own names, not the alias (CNAME) that a customer made of one. */
export const sniAlias = defineTrial({
  id: 'sni-alias',
  label: (name) => `server name ${name}`,
  question: (name) => `Does it work under the name ${name}, which the host is an alias of?`,
  values: ({ target, main }) => {
    const { chain = [] } = factsOf(main, 'dns').resolver ?? {};
    const stranger = failureIn(main, 'tls') === 'tls-name-mismatch' || refusedAtOnce(main);
    return target.tls?.serverNameFrom === 'host' && stranger
      ? chain
          .map(({ to }) => to.toLowerCase().replace(/\.$/, ''))
          .filter(isName)
          .slice(0, maxAliases)
      : [];
  },
  change: (target, name) => withServerName(target, name),
  setting: 'serverName',
  from,
  upTo: 'alpn',
});

/** `--sni` names another host than the one that is dialled. */
export const sniHost = defineTrial({
  id: 'sni-host',
  label: () => 'server name of the host (SNI)',
  question: () => 'Does it work when the name of the host is sent as server name (SNI)?',
  values: ({ target, main }) =>
    once(
      target.tls?.serverNameFrom === 'user' &&
        target.tls.serverName !== target.host &&
        !isIpAddress(target.host) &&
        (failureIn(main, 'tls') === 'tls-name-mismatch' || refusedAtOnce(main)),
    ),
  change: (target) => withServerName(target, target.host),
  setting: 'serverName',
  from,
  upTo: 'connect',
});

/** Verified for another name than the user's, so never with credentials. */
export const certificateName = defineTrial({
  id: 'certificate-name',
  label: (name) => `the name ${name}`,
  question: (name) => `Does it work under the name ${name}, which the certificate holds?`,
  values: (s) => namesOf(s),
  change: (target, name) => withServerName(target, name),
  setting: 'serverName',
  from,
  upTo: 'alpn',
});

/** The first name of the certificate that a client could connect by. */
function namesOf({ target, main }: Situation): readonly string[] {
  const { verification, chain = [] } = factsOf(main, 'tls');
  if (!target.tls || !verification || verification.nameMatches) return [];
  return (chain[0]?.names ?? []).filter(isName).slice(0, 1);
}

function isName(text: string): boolean {
  return !isIpAddress(text) && /^[a-z0-9_.-]{1,253}$/i.test(text);
}
