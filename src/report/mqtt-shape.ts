// What settings and facts of MQTT share, as shapes.

import type { MqttVersion, Qos } from '../target.ts';
import { numberAmong, oneOf, type Shape } from './shape.ts';

export const qos: Shape<Qos> = numberAmong<Qos>(0, 1, 2);
export const mqttVersion = oneOf<MqttVersion>({ '3.1': true, '3.1.1': true, '5': true });
