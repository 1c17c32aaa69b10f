// ALPN: offered or not, and the names that brokers ask for.

import { type Attempt, factsOf, failureIn } from '../evidence.ts';
import type { Target } from '../target.ts';
import { defineTrial, once, refusedHello, wordless } from './trial.ts';

/** Names that brokers behind a shared port are known to want. */
const names = { direct: ['x-amzn-mqtt-ca', 'mqtt'], webSocket: ['http/1.1'] };

function withAlpn(target: Target, alpn: readonly string[]): Target {
  return target.tls ? { ...target, tls: { ...target.tls, alpn } } : target;
}

const from = ({ tls }: Target) => (tls?.alpn.length ? tls.alpn.join(', ') : null);

export const alpnNone = defineTrial({
  id: 'alpn-none',
  label: () => 'no protocol offered (ALPN)',
  question: () => 'Does it work when no protocol is offered (ALPN)?',
  values: ({ target, main }) =>
    once((target.tls?.alpn.length ?? 0) > 0 && (endedInTls(main) || endedAtConnect(main))),
  change: (target) => withAlpn(target, []),
  setting: 'alpn',
  from,
  upTo: 'connect',
  credentials: 'certificate',
});

export const alpnOffered = defineTrial({
  id: 'alpn',
  label: (name) => `ALPN ${name} offered`,
  question: (name) => `Does it work when the protocol ${name} is offered (ALPN)?`,
  values: ({ target, main }) =>
    target.tls && (endedInTls(main) || endedAtConnect(main))
      ? names[target.webSocket ? 'webSocket' : 'direct'].filter(
          (name) => !target.tls?.alpn.includes(name),
        )
      : [],
  change: (target, name) => withAlpn(target, [name]),
  setting: 'alpn',
  from,
  upTo: 'connect',
  credentials: 'certificate',
});

/** A server chooses the protocol before it says anything of its own (RFC 7301 §3.2). */
function endedInTls(main: Attempt): boolean {
  const cut = wordless(failureIn(main, 'tls')) && !factsOf(main, 'tls').serverHello;
  return cut || refusedHello(main, [40, 120]);
}

/** A shared port sends who offers nothing to some other server: it hangs up, stays silent, or speaks HTTP. */
function endedAtConnect(main: Attempt): boolean {
  const failure = failureIn(main, 'connect');
  return wordless(failure) || failure === 'not-mqtt';
}
