// MQTT 5 properties as plain data for a report.

import type { Property } from '../evidence.ts';

const maxText = 1024;

/** Binary values become their size; user properties `name: value` lines. */
export function propertiesOf(properties: object | undefined): Readonly<Record<string, Property>> {
  const entries = Object.entries(properties ?? {}).map(([name, value]): [string, Property] => [
    name,
    plain(value),
  ]);
  return Object.fromEntries(entries);
}

function plain(value: unknown): Property {
  if (typeof value === 'string') return value.slice(0, maxText);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .slice(0, 32)
    .map(([name, one]) => `${name}: ${String(one)}`.slice(0, maxText));
}
