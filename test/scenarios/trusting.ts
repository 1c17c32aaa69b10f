// The settings of a client that was given the authority of the server's certificate.

import type { Lab } from '../lab/lab.ts';

/** `authority`: PEM; the lab's own root where none is named. */
export async function trusting(lab: Lab, authority?: string): Promise<readonly string[]> {
  return ['--ca', await lab.file('ca.crt', authority ?? (await lab.authority()).cert)];
}
