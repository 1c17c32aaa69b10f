// The server name (SNI): sent, not sent, or a name of the certificate that was shown.

import { isIpAddress } from '../address.ts';
import { type Attempt, factsOf, failureIn } from '../evidence.ts';
import type { Target } from '../target.ts';
import { defineTrial, once, type Situation, wordless } from './trial.ts';

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
  question: () => 'Does it work when the server name (SNI) is sent?',
  values: ({ target, main }) =>
    once(target.tls?.serverName === null && !isIpAddress(target.host) && failedAboveTcp(main)),
  change: (target) => withServerName(target, target.host),
  setting: 'serverName',
  from,
  upTo: 'connect',
  credentials: 'same',
});

export const sniNone = defineTrial({
  id: 'sni-none',
  question: () => 'Does the server answer when no server name (SNI) is sent?',
  values: ({ target, main }) => {
    const { alert, serverHello } = factsOf(main, 'tls');
    const refused =
      wordless(failureIn(main, 'tls')) ||
      alert?.number === 112 ||
      alert?.number === 40 ||
      alert?.number === 80;
    return once(Boolean(target.tls?.serverName) && refused && !serverHello);
  },
  change: (target) => withServerName(target, null),
  setting: 'serverName',
  from,
  upTo: 'alpn',
  credentials: 'certificate',
});

/** Verified for another name than the user's, so never with credentials. */
export const certificateName = defineTrial({
  id: 'certificate-name',
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
  return (chain[0]?.names ?? [])
    .filter((name) => !isIpAddress(name) && /^[a-z0-9.-]{1,253}$/i.test(name))
    .slice(0, 1);
}
