// The tables of MQTT.js's parser, for which its package has no types.

declare module 'mqtt-packet/constants.js' {
  type Codes = Record<number, string>;
  const tables: {
    readonly MQTT5_PUBACK_PUBREC_CODES: Codes;
    readonly MQTT5_PUBREL_PUBCOMP_CODES: Codes;
    readonly MQTT5_SUBACK_CODES: Codes;
    readonly MQTT5_UNSUBACK_CODES: Codes;
    readonly MQTT5_DISCONNECT_CODES: Codes;
  };
  export default tables;
}
