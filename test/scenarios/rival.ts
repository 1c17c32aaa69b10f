// Another client that wants the same client id for itself: whenever it is thrown off, it comes
// back at once.

import type { Client } from '../lab/client.ts';
import { dial, type Place } from '../lab/client.ts';
import type { Lab } from '../lab/lab.ts';

/** Resolves when it is connected; it gives up when the lab closes. */
export async function inUseBy(
  lab: Lab,
  place: Place,
  clientId: string,
  protocolVersion: 4 | 5,
): Promise<void> {
  let over = false;
  let client: Client | null = null;
  lab.owns(() => {
    over = true;
    client?.stream.destroy();
  });
  const come = async () => {
    client = await dial(place, { clientId, protocolVersion });
    await client.next();
    void stay(client);
  };
  const stay = async (present: Client) => {
    for (let event = await present.next(); isPacket(event); event = await present.next());
    present.stream.destroy();
    if (!over) await come().catch(() => {});
  };
  await come();
}

function isPacket(event: Awaited<ReturnType<Client['next']>>): boolean {
  return typeof event === 'object' && 'cmd' in event && event.cmd !== 'disconnect';
}
