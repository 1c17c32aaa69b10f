// Every explanation, a line for each file, in the order of the ladder.

import type { Explanation } from '../explanation.ts';
import { alpn } from './alpn.ts';
import { clientId } from './connect/client-id.ts';
import { mute } from './connect/mute.ts';
import { rights as connectRights } from './connect/rights.ts';
import { server } from './connect/server.ts';
import { settings } from './connect/settings.ts';
import { worries } from './connect/worries.ts';
import { answers } from './dns/answers.ts';
import { surroundings } from './dns/surroundings.ts';
import { authority } from './input/authority.ts';
import { clientCertificate as givenCertificate } from './input/client-certificate.ts';
import { key } from './input/key.ts';
import { values } from './input/values.ts';
import { others } from './protocol/others.ts';
import { transports } from './protocol/transports.ts';
import { limits } from './pubsub/limits.ts';
import { rights as pubsubRights } from './pubsub/rights.ts';
import { addresses } from './tcp/addresses.ts';
import { elsewhere } from './tcp/elsewhere.ts';
import { shut } from './tcp/shut.ts';
import { clientCertificate } from './tls/client-certificate.ts';
import { cut } from './tls/cut.ts';
import { dates } from './tls/dates.ts';
import { names } from './tls/names.ts';
import { parameters } from './tls/parameters.ts';
import { trust } from './tls/trust.ts';
import { webSocket } from './websocket.ts';

export const explanations: readonly Explanation[] = [
  ...[authority, givenCertificate, key, values],
  ...[answers, surroundings],
  ...[shut, elsewhere, addresses],
  ...[trust, dates, names, clientCertificate, parameters, cut],
  alpn,
  ...[transports, others],
  webSocket,
  ...[connectRights, clientId, settings, server, mute, worries],
  ...[pubsubRights, limits],
].flat();
