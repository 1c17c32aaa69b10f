import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a CONNACK with every property',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port } = await lab.mqtts({
      connect: {
        properties: {
          sessionExpiryInterval: 0,
          receiveMaximum: 20,
          maximumQoS: 1,
          retainAvailable: true,
          maximumPacketSize: 65_536,
          assignedClientIdentifier: 'assigned-1',
          topicAliasMaximum: 10,
          reasonString: 'welcome',
          userProperties: { region: 'eu', node: 'a' },
          wildcardSubscriptionAvailable: true,
          subscriptionIdentifiersAvailable: true,
          sharedSubscriptionAvailable: false,
          serverKeepAlive: 30,
          responseInformation: 'reply/',
          serverReference: 'b2.example.test',
        },
      },
    });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), ...(await alice(lab))] };
  },
});
