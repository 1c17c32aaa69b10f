// Every scenario: the files in the folders beside this one, by their paths.

import { readdir } from 'node:fs/promises';
import type { Scenario } from './scenario.ts';

export interface NamedScenario {
  /** `tls/expired-server-certificate` */
  readonly id: string;
  readonly scenario: Scenario;
}

export async function allScenarios(): Promise<readonly NamedScenario[]> {
  const here = new URL('.', import.meta.url);
  const folders = (await readdir(here, { withFileTypes: true })).filter((one) => one.isDirectory());
  const found = await Promise.all(
    folders.map(async ({ name: folder }) => {
      const files = await readdir(new URL(`${folder}/`, here));
      return Promise.all(
        files
          .filter((file) => file.endsWith('.js'))
          .map(async (file) => {
            // Each of these files is a scenario by convention; a test holds them to it.
            const module = (await import(new URL(`${folder}/${file}`, here).href)) as {
              default: Scenario;
            };
            return { id: `${folder}/${file.slice(0, -3)}`, scenario: module.default };
          }),
      );
    }),
  );
  return found.flat().toSorted((a, b) => a.id.localeCompare(b.id));
}
