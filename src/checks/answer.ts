// Names what answered on a connection by its first bytes. It says `unknown` rather than a
// name that could be wrong: a finding will be built on it.

import type { Answer } from '../evidence.ts';
import { bannerNamed } from './banners.ts';
import { binaryNamed } from './binary-banners.ts';
import { httpNamed } from './http-head.ts';
import { mqttNamed } from './mqtt-head.ts';
import { printable, saidIn } from './said.ts';

const maxSample = 256;

/** `bytes`: what came first, as much as there is; null: nothing came. */
export function nameAnswer(bytes: Uint8Array): Answer | null {
  if (bytes.length === 0) return null;
  const said = saidIn(bytes);
  const named = httpNamed(said) ?? bannerNamed(said) ?? binaryNamed(said) ?? mqttNamed(said);
  return {
    service: 'unknown',
    httpStatus: null,
    product: null,
    tlsAlert: null,
    ...named,
    sample: printable(said.bytes, maxSample),
  };
}
