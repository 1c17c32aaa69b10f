// The round trip: subscribe to a topic, publish to it, and see the same bytes come back. The
// topic is fresh unless the user named one; nothing stays on the broker afterwards.

import { type Check, defineCheck } from './check.ts';
import { RoundTrip } from './round-trip.ts';

const check: Check<'pubsub'> = defineCheck({
  id: 'pubsub',
  notApplicable: ({ roundTrip }) =>
    roundTrip.publish || roundTrip.subscribe ? null : 'neither publish nor subscribe asked for',
  run: async (rung) => {
    const { session, wire } = rung.holds;
    if (!session) throw new Error('no MQTT session');
    const { payloadSize, count } = rung.target.roundTrip;
    // Twice there and back, with room for acknowledgements and a broker's other news.
    const room = 4 * 1024 * 1024 + 4 * count * (payloadSize + 1024);
    session.tap.maxBytesIn = session.tap.bytesIn + room;
    if (wire) wire.maxBytesIn = wire.bytesIn + 2 * room;
    return new RoundTrip(rung, session).run();
  },
});
export default check;
