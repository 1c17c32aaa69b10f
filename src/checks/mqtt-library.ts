// MQTT.js, loaded when it is needed, and taught to read what brokers really send.

import type { MqttClient } from 'mqtt';

/** From there on a reason code is a failure, in every packet (MQTT 5 §2.4). */
const firstFailure = 0x80;
const lastCode = 0xff;

let loaded: Promise<{ readonly MqttClient: typeof MqttClient }> | null = null;

/** Called early, so that it is there when the network has answered. */
export function loadMqtt(): Promise<{ readonly MqttClient: typeof MqttClient }> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<{ readonly MqttClient: typeof MqttClient }> {
  const [{ default: client }, { default: tables }] = await Promise.all([
    import('mqtt/lib/client'),
    import('mqtt-packet/constants.js'),
  ]);
  acceptEveryFailure(tables);
  return { MqttClient: client.default ?? client };
}

/**
 * The parser refuses a packet whose reason code the standard does not list for it. Brokers send
 * such codes (Mosquitto: PUBACK with 149, packet too large), and they say what is wrong.
 */
function acceptEveryFailure(tables: typeof import('mqtt-packet/constants.js').default): void {
  for (const table of [
    tables.MQTT5_PUBACK_PUBREC_CODES,
    tables.MQTT5_PUBREL_PUBCOMP_CODES,
    tables.MQTT5_SUBACK_CODES,
    tables.MQTT5_UNSUBACK_CODES,
    tables.MQTT5_DISCONNECT_CODES,
  ]) {
    for (let code = firstFailure; code <= lastCode; code += 1) table[code] ??= 'unlisted code';
  }
}
