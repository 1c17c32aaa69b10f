// MQTTnet for .NET and rumqttc for Rust.

import type { Client } from './client-error.ts';
import { anyRefusal } from './connack.ts';
import {
  anyTimeout,
  closedOnConnect,
  closedSomewhere,
  lostLater,
  notMqtt,
  pingSilent,
} from './meanings.ts';

export const mqttNet: Client = {
  name: 'MQTTnet (.NET)',
  signs: /MQTTnet|MqttCommunication|MqttConnectingFailed/,
  errors: [
    {
      ...anyRefusal,
      codes: [...anyRefusal.codes, 'connect/closed'],
      weight: 'broad',
      pattern: /MqttConnectingFailedException/,
      example: 'MqttConnectingFailedException: Error while authenticating.',
    },
    {
      ...anyTimeout,
      pattern: /MqttCommunicationTimedOutException/,
      example: 'MqttCommunicationTimedOutException',
    },
    {
      ...closedOnConnect,
      pattern: /MqttCommunicationException.{0,40}Connection closed/,
      example: 'MqttCommunicationException: Connection closed.',
    },
    {
      ...notMqtt,
      pattern: /MqttProtocolViolationException/,
      example:
        'MqttProtocolViolationException: Received other packet than CONNACK or AUTH while connecting',
    },
    {
      ...lostLater,
      pattern: /MqttClientUnexpectedDisconnectReceivedException/,
      example: 'MqttClientUnexpectedDisconnectReceivedException',
      settles: 'It carries the reason of the broker; 142 is another client with the same id.',
    },
  ],
};

export const rumqttc: Client = {
  name: 'rumqttc (Rust)',
  signs: /rumqttc|ConnectionRefused\(|Mqtt state: /,
  errors: [
    {
      ...anyRefusal,
      weight: 'broad',
      pattern: /Connection refused, return code:/,
      example: 'Connection refused, return code: `NotAuthorized`',
    },
    {
      ...closedSomewhere,
      pattern: /Connection closed by peer abruptly/,
      example: 'Mqtt state: Connection closed by peer abruptly',
    },
    { ...anyTimeout, pattern: /^Network timeout$/, example: 'Network timeout' },
    {
      ...pingSilent,
      pattern: /Last pingreq isn't acked/,
      example: "Mqtt state: Last pingreq isn't acked",
    },
    {
      ...notMqtt,
      pattern: /Expected ConnAck packet/,
      example: 'Expected ConnAck packet, received: Disconnect',
    },
    {
      means: 'The text given as CA holds no certificate.',
      codes: ['input/ca-unreadable'],
      pattern: /No valid CA certificate provided/,
      example: 'No valid CA certificate provided',
    },
  ],
};
