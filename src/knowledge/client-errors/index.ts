// Every client and library whose words are known, the most used first: that decides between
// clients that print the same number.

import { goAlerts, javaAlerts, opensslAlerts } from './alerts.ts';
import { arduinoMqtt, arduinoMqttClient, asyncMqttClient, lwipMqtt, wolfMqtt } from './arduino.ts';
import { awsCrt, awsEmbedded, awsPython, coreMqtt } from './aws.ts';
import { bearSsl } from './bearssl.ts';
import { erlangLog } from './broker-logs.ts';
import {
  appleCertificates,
  goCertificates,
  javaCertificates,
  opensslCertificates,
  rustCertificates,
} from './certificates.ts';
import type { Client } from './client-error.ts';
import { connackTexts } from './connack-texts.ts';
import { mqttNet, rumqttc } from './dotnet-rust.ts';
import { espMqtt, espTls } from './esp-mqtt.ts';
import { handshakes } from './handshakes.ts';
import { mbedTls } from './mbedtls.ts';
import { beckhoff, quectel, simCom } from './modems.ts';
import { mosquittoClient, mosquittoLog } from './mosquitto.ts';
import { mqttJs } from './mqtt-js.ts';
import { operatingSystem } from './operating-system.ts';
import { pahoC } from './paho-c.ts';
import { pahoGo } from './paho-go.ts';
import { hiveMqJava, pahoJava } from './paho-java.ts';
import { pahoJs } from './paho-js.ts';
import { homeAssistant, pahoPython } from './paho-python.ts';
import { pubSubClient } from './pubsubclient.ts';
import { umqtt } from './umqtt.ts';
import { webSocket } from './websocket.ts';

export const clients: readonly Client[] = [
  connackTexts,
  operatingSystem,
  opensslCertificates,
  opensslAlerts,
  handshakes,
  pubSubClient,
  mosquittoClient,
  mosquittoLog,
  pahoPython,
  mqttJs,
  homeAssistant,
  espMqtt,
  espTls,
  mbedTls,
  bearSsl,
  arduinoMqtt,
  arduinoMqttClient,
  asyncMqttClient,
  umqtt,
  pahoC,
  pahoJava,
  javaCertificates,
  javaAlerts,
  hiveMqJava,
  pahoJs,
  webSocket,
  pahoGo,
  goCertificates,
  goAlerts,
  mqttNet,
  rumqttc,
  rustCertificates,
  awsCrt,
  awsPython,
  awsEmbedded,
  coreMqtt,
  erlangLog,
  appleCertificates,
  lwipMqtt,
  wolfMqtt,
  simCom,
  quectel,
  beckhoff,
];
