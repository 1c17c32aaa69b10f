// The connection attempt vanishes.

import { isPrivate } from '../../address.ts';
import { dialsInWords, isSilent } from '../dials.ts';
import { type Case, defineRule, facts, factsOf, failureOf } from '../rule.ts';
import { quote } from '../shell.ts';

export default defineRule({
  code: 'tcp/timeout',
  check: 'tcp',
  severity: 'error',
  side: 'network',
  explains: ['dns/private-address'],
  when: (c) => {
    if (failureOf(c, 'tcp') !== 'timeout') return null;
    const { dials = [], port = c.target.port } = facts(c, 'tcp');
    const silent = dials.filter(isSilent);
    return {
      port,
      addresses: silent.map(({ address }) => address),
      others: dials.filter((dial) => !silent.includes(dial)),
      inside: silent.some(({ address }) => isPrivate(address)),
      openPorts: openPorts(c),
      ms: c.target.limits.timeoutMs,
    };
  },
  say: ({ port, addresses, others, inside, openPorts, ms }, { target }) => ({
    title: `No answer from ${addresses.join(', ') || target.host} on port ${port} within ${ms / 1000} s.`,
    detail: [
      openPorts.length > 0
        ? `Not even a refusal comes back, and yet the machine is there: port ${openPorts.join(' and ')} answers. So a firewall drops what goes to port ${port} (on this machine, on the way, or a cloud security group).`
        : 'Not even a refusal comes back: a firewall drops the packets (on this machine, on the way, or a cloud security group), or the address belongs to no machine that is on.',
      ...(inside ? ['It is a private address, reachable only inside its own network.'] : []),
      ...(others.length > 0 ? [`Of the other addresses: ${dialsInWords(others)}.`] : []),
    ].join(' '),
    remedies: [
      {
        text: `Allow outgoing TCP to port ${port} here, and incoming TCP to it at the broker (firewall, security group, port forwarding).`,
      },
      ...(inside ? [{ text: 'Connect the network or the VPN that the address belongs to.' }] : []),
      {
        text: 'Try from another network, such as a phone hotspot; if it works there, this network is what blocks it.',
      },
      {
        text: 'See how far packets get.',
        command: `tcptraceroute ${quote(addresses[0] ?? target.host)} ${port}`,
      },
    ],
  }),
});

/** Ports of the same host that let a trial connect, whatever listens there. */
function openPorts({ trials }: Case): readonly number[] {
  return trials.flatMap(({ id, attempt }) =>
    id.startsWith('port-') && attempt.outcomes.tcp.status === 'ok'
      ? [factsOf(attempt, 'tcp').port ?? Number(id.slice('port-'.length))]
      : [],
  );
}
