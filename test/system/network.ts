// Three machines on one wire each, as network namespaces: client – router – server. Nothing
// leaves them. What goes wrong on the way is the tests' part.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { type Daemon, startDaemon } from './daemon.ts';
import { startDnsmasq } from './dnsmasq.ts';
import { Machine, shell } from './machine.ts';

/** Of documentation (RFC 5737, RFC 3849): no machine has them. */
export const addresses = {
  client: { four: '198.51.100.2', six: '2001:db8:1::2' },
  server: { four: '203.0.113.2', six: '2001:db8:2::2' },
  /** On the server's wire, and given to nobody. */
  nobody: { four: '203.0.113.77', six: '2001:db8:2::77' },
  /** No machine here knows a way to it. */
  elsewhere: { four: '192.0.2.1', six: '2001:db8:9::1' },
};
const { client, server } = addresses;

export async function openNetwork(): Promise<Network> {
  const id = randomBytes(3).toString('hex');
  const network = new Network(`mqtt-doctor-${id}`);
  try {
    await network.build();
    return network;
  } catch (error) {
    await network.close();
    return assert.fail(
      `These tests need network namespaces: run them as root, with iproute2 and nftables installed. ${error}`,
    );
  }
}

export class Network {
  readonly client: Machine;
  readonly router: Machine;
  readonly server: Machine;

  constructor(name: string) {
    this.client = new Machine(`${name}-client`);
    this.router = new Machine(`${name}-router`);
    this.server = new Machine(`${name}-server`);
  }

  async build(): Promise<void> {
    const [c, r, s] = [this.client.name, this.router.name, this.server.name];
    await shell(`
      for name in ${c} ${r} ${s}; do
        ip netns add $name
        # No second of waiting whether another machine has the address.
        ip netns exec $name sh -c 'echo 0 >/proc/sys/net/ipv6/conf/default/accept_dad'
        ip -n $name link set lo up
      done
      ip link add wire netns ${c} type veth peer name to-client netns ${r}
      ip link add wire netns ${s} type veth peer name to-server netns ${r}
      ip netns exec ${r} sh -c 'echo 1 >/proc/sys/net/ipv4/ip_forward
        echo 1 >/proc/sys/net/ipv6/conf/all/forwarding'
      ip -n ${c} address add ${client.four}/24 dev wire
      ip -n ${c} address add ${client.six}/64 dev wire nodad
      ip -n ${r} address add 198.51.100.1/24 dev to-client
      ip -n ${r} address add 2001:db8:1::1/64 dev to-client nodad
      ip -n ${r} address add 203.0.113.1/24 dev to-server
      ip -n ${r} address add 2001:db8:2::1/64 dev to-server nodad
      ip -n ${s} address add ${server.four}/24 dev wire
      ip -n ${s} address add ${server.six}/64 dev wire nodad
      ip -n ${r} link set to-client up
      ip -n ${r} link set to-server up
      ip -n ${c} link set wire up
      ip -n ${s} link set wire up
      ip -n ${c} route add default via 198.51.100.1
      ip -n ${c} route add default via 2001:db8:1::1
      ip -n ${s} route add default via 203.0.113.1
      ip -n ${s} route add default via 2001:db8:2::1
    `);
    await this.client.etc('hosts', '127.0.0.1 localhost\n::1 localhost\n');
    await this.client.etc('nsswitch.conf', 'hosts: files dns\n');
    await this.client.etc('resolv.conf', `nameserver ${server.four}\n`);
  }

  /** A name server on the server, which the client asks. */
  names(...lines: readonly string[]): Promise<Daemon> {
    return startDnsmasq(server.four, 53, lines, this.server.through);
  }

  /** Another one, on the client itself. */
  namesOnClient(...lines: readonly string[]): Promise<Daemon> {
    return startDnsmasq('127.0.0.1', 53, lines, this.client.through);
  }

  /** Mosquitto on the server; `listeners` as in mosquitto.conf. */
  broker(listeners: readonly string[], files: Readonly<Record<string, string>> = {}) {
    return startDaemon({
      port: 1883,
      through: this.server.through,
      command: 'mosquitto',
      args: ['-c', 'mosquitto.conf'],
      comesIn: 'mosquitto',
      ready: /mosquitto version \S+ running/,
      files: {
        ...files,
        'mosquitto.conf': [
          'log_dest stderr',
          'log_type all',
          'user root', // Started by root it would become a user who may not read our files.
          'allow_anonymous true',
          ...listeners,
          '',
        ].join('\n'),
      },
    });
  }

  async close(): Promise<void> {
    for (const machine of [this.client, this.router, this.server]) await machine.remove();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
