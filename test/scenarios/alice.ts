// The settings of a client that signs in as alice.

import type { Lab } from '../lab/lab.ts';

export async function alice(lab: Lab, password = 'correct horse'): Promise<readonly string[]> {
  return ['-u', 'alice', '--password-file', await lab.file('password', password)];
}
