// A broker that answers CONNECT later than is waited for lets the client in when it is gone. It
// must not take that for a death and publish the will.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../scenarios/run.ts';
import { trusting } from '../scenarios/trusting.ts';
import { openWatchedLab } from './watched-lab.ts';

for (const version of ['3.1', '3.1.1', '5']) {
  for (const transport of ['mqtt', 'mqtts'] as const) {
    test(`${transport}, MQTT ${version}: a CONNECT that was given up is taken back`, async () => {
      await using lab = await openWatchedLab();
      const { port } = await lab[transport]({ connect: { delayMs: 500 } });
      const trust = transport === 'mqtts' ? await trusting(lab) : [];
      const device = ['-i', 'pump-7', '--will-topic', 'status/pump-7', '--will-payload', 'dead'];
      const args = [`${transport}://localhost:${port}`, ...trust, ...device, '-V', version];
      await check({ args: [...args, '--timeout', '200'] });
      const wills = lab.connections.filter(({ connect }) => connect?.will !== undefined);
      const endings = await Promise.all(wills.map(({ over }) => over));
      assert.ok(wills.length > 0);
      assert.deepEqual([...new Set(endings)], ['disconnect']);
    });
  }
}
