// Whether a topic may be used as it is meant, by the rules of MQTT alone.

import type { Target } from '../target.ts';

/** Of a length prefix of two octets [MQTT-1.5.4]. */
const maxBytes = 65_535;

interface TopicProblem {
  readonly topic: string;
  readonly problem: string;
}

/** The first that is wrong with the topics of a target; null: nothing. */
export function topicProblem({ roundTrip, mqtt }: Target): TopicProblem | null {
  const { topic, topicIsOurs, publish, subscribe } = roundTrip;
  const problem =
    topicIsOurs || !(publish || subscribe)
      ? null
      : (publish && problemOfName(topic)) ||
        (subscribe && problemOfFilter(topic)) ||
        (publish && subscribe && problemOfEcho(topic));
  if (problem) return { topic, problem };
  const ofWill = mqtt.will && problemOfName(mqtt.will.topic);
  return mqtt.will && ofWill ? { topic: mqtt.will.topic, problem: ofWill } : null;
}

/** Of a topic to publish to. */
function problemOfName(topic: string): string | null {
  // [MQTT-3.3.2-2]
  if (/[#+]/.test(topic)) return 'nobody can publish to a topic with a wildcard (# or +)';
  return problemOfText(topic);
}

/** Of a topic to subscribe to. */
function problemOfFilter(topic: string): string | null {
  const shared = topic.startsWith('$share/');
  const [group = '', ...filter] = topic.slice('$share/'.length).split('/');
  // [MQTT-4.8.2-1], [MQTT-4.8.2-2]
  if (shared && (!/^[^#+]+$/.test(group) || filter.join('/') === '')) {
    return 'a shared subscription is $share/<group>/<topic>, the group without wildcards';
  }
  const levels = shared ? filter : topic.split('/');
  // [MQTT-4.7.1-1], [MQTT-4.7.1-2]
  if (levels.some((level) => /[#+]/.test(level) && level.length > 1)) {
    return 'a wildcard (# or +) stands alone between slashes';
  }
  if (levels.slice(0, -1).includes('#')) return '# can only be the last level';
  return problemOfText(topic);
}

/** What is published to `$share/…` does not come back: as a filter it means another topic. */
function problemOfEcho(topic: string): string | null {
  return topic.startsWith('$share/') ? '$share/… is for subscribing only' : null;
}

function problemOfText(topic: string): string | null {
  if (topic === '') return 'it is empty'; // [MQTT-4.7.3-1]
  if (topic.includes('\0')) return 'it holds a NUL character'; // [MQTT-4.7.3-2]
  if (/\p{Surrogate}/u.test(topic)) return 'it is no valid Unicode'; // [MQTT-1.5.4-1]
  return Buffer.byteLength(topic) > maxBytes ? `it is longer than ${maxBytes} bytes` : null;
}
