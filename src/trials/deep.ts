// `--deep`: what a healthy target does with other settings than the user's. Not to prove a
// cause, there is none; to say who else would not get in, or should not.

import { checkIds, factsOf } from '../evidence.ts';
import type { MqttVersion, Qos, Target, TlsVersion } from '../target.ts';
import { defineTrial, once, type Situation, type TrialRule } from './trial.ts';

const otherAddress = defineTrial({
  id: 'deep-address',
  label: (address) => `address ${address}`,
  question: (address) => `Does the address ${address} serve as well?`,
  values: ({ main }) => {
    const { dials = [], address } = factsOf(main, 'tcp');
    return dials
      .filter((one) => one.result === 'connected')
      .map((one) => one.address)
      .filter((one) => one !== address);
  },
  change: (target, address) => ({
    ...target,
    route: { ...target.route, connectTo: { address, port: target.route.connectTo?.port ?? null } },
  }),
  setting: 'address',
  from: ({ host }) => host,
  upTo: 'pubsub',
  credentials: 'same',
  dialsAnew: true,
});

const qosOther = defineTrial({
  id: 'deep-qos',
  label: (qos) => `QoS ${qos}`,
  question: (qos) => `Does the round trip work with QoS ${qos}?`,
  values: ({ target }) => ['0', '1', '2'].filter((qos) => qos !== String(target.roundTrip.qos)),
  change: (target, qos) => ({ ...target, roundTrip: { ...target.roundTrip, qos: qosOf(qos) } }),
  setting: 'qos',
  from: ({ roundTrip }) => String(roundTrip.qos),
  upTo: 'pubsub',
  credentials: 'same',
});

function qosOf(text: string): Qos {
  return text === '2' ? 2 : text === '1' ? 1 : 0;
}

const versions: readonly MqttVersion[] = ['3.1.1', '5'];

const versionOther = defineTrial({
  id: 'deep-mqtt',
  label: (version) => `MQTT ${version}`,
  question: (version) => `Does it work with MQTT ${version}?`,
  values: ({ main }) => versions.filter((one) => one !== factsOf(main, 'connect').version),
  change: (target, version) => ({
    ...target,
    mqtt: { ...target.mqtt, version: versions.find((one) => one === version) ?? null },
  }),
  setting: 'mqttVersion',
  from: ({ mqtt }) => mqtt.version ?? '5',
  upTo: 'pubsub',
  credentials: 'same',
});

const anonymous = defineTrial({
  id: 'no-credentials',
  label: () => 'no user name and password',
  question: () => 'Does the broker let in who gives no user name?',
  values: ({ target: { mqtt } }) => once(mqtt.usernameGiven || mqtt.passwordGiven),
  change: (target) => target,
  setting: 'credentials',
  from: () => 'given',
  upTo: 'connect',
  credentials: 'certificate',
});

// ---- the handshake matrix: SNI × ALPN × TLS version --------------------------------------

const tlsVersions: readonly TlsVersion[] = ['TLSv1', 'TLSv1.2', 'TLSv1.3'];
const none = 'none';
const protocols = [none, 'mqtt', 'x-amzn-mqtt-ca'];

/** `sni TLSv1.2 mqtt`: SNI sent or not, version, ALPN name. */
function cells({ target }: Situation): readonly string[] {
  if (!target.tls) return [];
  const names = target.tls.serverName === null ? ['no-sni'] : ['sni', 'no-sni'];
  return names.flatMap((sni) =>
    tlsVersions.flatMap((version) => protocols.map((alpn) => `${sni} ${version} ${alpn}`)),
  );
}

function handshake(target: Target, cell: string): Target {
  const [sni = 'sni', version = 'TLSv1.2', alpn = none] = cell.split(' ');
  if (!target.tls) return target;
  const minVersion = tlsVersions.find((one) => one === version) ?? null;
  const maxVersion = minVersion === 'TLSv1' ? 'TLSv1.1' : minVersion;
  return {
    ...target,
    tls: {
      ...target.tls,
      ...(sni === 'no-sni' ? { serverName: null, serverNameFrom: 'none' } : {}),
      alpn: alpn === none ? [] : [alpn],
      minVersion,
      maxVersion,
    },
  };
}

const matrix = defineTrial({
  id: 'deep-tls',
  label: (cell) => `handshake: ${cell}`,
  question: (cell) => `Does the handshake complete with ${cell}?`,
  values: cells,
  change: handshake,
  setting: 'handshake',
  from: ({ tls }) => tls?.serverName ?? null,
  upTo: 'alpn',
  credentials: 'certificate',
});

export const deepTrials: readonly TrialRule[] = [
  otherAddress,
  versionOther,
  qosOther,
  anonymous,
  matrix,
].map((rule) => ({
  ...rule,
  plan: (s) => (isHealthy(s) ? rule.plan(s) : []),
}));

function isHealthy({ main }: Situation): boolean {
  return checkIds.every((id) => ['ok', 'not-applicable'].includes(main.outcomes[id].status));
}
