// Where else a broker may listen: other ports of the host, or this machine's loopback address.
// Never with credentials.

import { isLoopback } from '../address.ts';
import { factsOf, failureIn } from '../evidence.ts';
import type { FailureCode } from '../failure.ts';
import { directTarget, plainTarget, tlsTarget } from './transport.ts';
import { defineTrial, once } from './trial.ts';

/** The registered ports, those of the common brokers for WebSocket, and the one that firewalls leave open. */
const tlsPorts = { direct: [8883, 443], webSocket: [8883, 443, 8084] };
/** Spoken to directly, also by who came for WebSocket. */
const mqttPorts = [8883, 1883];
const ports = [8883, 1883, 443, 8083, 8084, 9001, 8080];

/** What a firewall or a machine without a listener does; one port says little about the others. */
const shutPorts: readonly FailureCode[] = ['refused', 'timeout', 'reset', 'unreachable'];

export const otherPort = defineTrial({
  id: 'port',
  label: (port) => `port ${port}`,
  question: (port) => `Does the host answer on port ${port}?`,
  values: ({ target, main }) => {
    const failure = failureIn(main, 'tcp');
    const shut = failure !== null && shutPorts.includes(failure);
    const own = target.route.connectTo?.port ?? target.port;
    return shut ? ports.filter((port) => port !== own).map(String) : [];
  },
  change: (target, port) => {
    const { connectTo } = target.route;
    const moved = {
      ...(mqttPorts.includes(Number(port)) ? directTarget(target) : target),
      port: Number(port),
      route: { ...target.route, connectTo: connectTo && { ...connectTo, port: Number(port) } },
    };
    const at = { ...moved, url: moved.url.replace(/:\d+(?=\/|$)/, `:${port}`) };
    const secure = tlsPorts[at.webSocket ? 'webSocket' : 'direct'];
    return secure.includes(Number(port)) ? tlsTarget(at) : plainTarget(at);
  },
  setting: 'port',
  from: ({ port }) => String(port),
  upTo: 'connect',
});

export const loopback = defineTrial({
  id: 'loopback',
  label: () => 'the loopback address',
  question: () => 'Does the broker listen on the loopback address of this machine?',
  values: ({ target, main }) => {
    const { dials = [], ownAddresses = [] } = factsOf(main, 'tcp');
    const own = dials.every(
      ({ address }) => ownAddresses.includes(address) && !isLoopback(address),
    );
    return once(failureIn(main, 'tcp') === 'refused' && own && !target.route.connectTo);
  },
  change: (target, _value, { main }) => {
    const { dials = [] } = factsOf(main, 'tcp');
    const address = dials.every(({ family }) => family === 6) ? '::1' : '127.0.0.1';
    return { ...target, route: { ...target.route, connectTo: { address, port: null } } };
  },
  setting: 'address',
  from: ({ route, host }) => route.connectTo?.address ?? host,
  upTo: 'tcp',
});
