// Eclipse Paho for Go, version 3 and 5.

import type { Client } from './client-error.ts';
import { cannotOpen, closedOnConnect, notConnected, notMqtt, pingSilent } from './meanings.ts';

export const pahoGo: Client = {
  name: 'Paho Go',
  signs: /network error :|paho\.(?:mqtt\.)?golang|autopaho/i,
  errors: [
    {
      ...cannotOpen,
      weight: 'broad',
      pattern: /network error : /i,
      example: 'network Error : dial tcp 192.0.2.1:1883: connect: connection refused',
      settles: 'The error of Go stands behind it.',
    },
    { ...closedOnConnect, pattern: /nil CONNACK packet/i, example: 'nil CONNACK packet' },
    {
      ...notMqtt,
      pattern: /non-CONNACK first packet/i,
      example: 'non-CONNACK first packet received',
    },
    {
      ...pingSilent,
      pattern: /pingresp not received/i,
      example: 'pingresp not received, disconnecting',
    },
    {
      ...notConnected,
      weight: 'broad',
      pattern: /^not Connected$|connection with the MQTT server is currently down/i,
      example: 'connection with the MQTT server is currently down',
    },
    {
      ...cannotOpen,
      weight: 'broad',
      pattern: /failed to connect to \S{1,200}: /i,
      example: 'failed to connect to mqtt://broker.example.com:1883: dial tcp: i/o timeout',
    },
  ],
};
