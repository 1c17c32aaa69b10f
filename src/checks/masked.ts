// Takes the run's own secrets out of what came over the wire: a broker may quote the password in
// its reason for refusing it. It changes text only, never the shape of the facts.

import type { Credentials, Secret } from '../target.ts';
import { printable } from './said.ts';

const placeholder = '[secret]';
/** Shorter ones stand in other words by chance, and masking them there would give them away. */
const leastLength = 4;
/** User names are no secrets, but some services take a token there. */
const tokenLength = 20;

/** `value`: plain JSON. Whatever a secret looks like in it: as it is, escaped, or encoded. */
export function masked<T>(value: T, { password, keyPassphrase, username }: Credentials): T {
  const secrets = [password, keyPassphrase].flatMap((one) => revealed(one));
  const [name] = revealed(username);
  if (name && name.length >= tokenLength) secrets.push(name);
  const forms = secrets.flatMap((secret) => formsOf(secret, name ?? ''));
  // The result has the shape of the value: only strings are replaced, by strings.
  return forms.length === 0 ? value : (maskIn(value, forms) as T);
}

function revealed(secret: Secret | null): string[] {
  const value = secret?.reveal() ?? '';
  // A space or line break at its edge is often left away.
  return [value, value.trim()].filter((one) => one.length >= leastLength);
}

function formsOf(secret: string, username: string): readonly string[] {
  const bytes = Buffer.from(secret);
  const forms = [
    secret,
    JSON.stringify(secret).slice(1, -1),
    printable(bytes, Number.POSITIVE_INFINITY),
    encodeURIComponent(bytes.toString()),
    new URLSearchParams({ '': secret }).toString().slice(1),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    ...inBase64(bytes),
    // HTTP Basic: both in one.
    ...inBase64(Buffer.from(`${username}:${secret}`)),
  ];
  // The longest first: one may be a part of another.
  return [...new Set(forms)].toSorted((a, b) => b.length - a.length);
}

/** As a part of something larger it has one of three forms, without what its neighbours change. */
function inBase64(bytes: Buffer): readonly string[] {
  return [0, 1, 2].flatMap((before) => {
    const shifted = Buffer.concat([Buffer.alloc(before), bytes]);
    const first = Math.ceil((before * 8) / 6);
    const last = Math.floor((shifted.length * 8) / 6);
    const text = shifted.toString('base64').slice(first, last);
    return text.length < leastLength ? [] : [text, text.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

/** Facts in the other side's words, or in those of a library that may repeat them. */
const quoting = new Set([
  ...['properties', 'reason', 'sample', 'product', 'authMethod'],
  ...['raw', 'message', 'text'],
]);

function maskIn(value: unknown, forms: readonly string[], quoted = false): unknown {
  if (typeof value === 'string') return quoted ? maskText(value, forms) : value;
  if (Array.isArray(value)) return value.map((one) => maskIn(one, forms, quoted));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      maskIn(one, forms, quoted || quoting.has(name)),
    ]),
  );
}

/** Longer texts are cut off, perhaps in the middle of a secret. */
const shortestCut = 64;

function maskText(text: string, forms: readonly string[]): string {
  const whole = forms.reduce((left, form) => left.replaceAll(form, placeholder), text);
  return text.length < shortestCut ? whole : withoutBeginning(whole, forms);
}

function withoutBeginning(text: string, forms: readonly string[]): string {
  for (const form of forms) {
    for (let length = form.length - 1; length >= leastLength; length -= 1) {
      if (text.endsWith(form.slice(0, length))) return `${text.slice(0, -length)}${placeholder}`;
    }
  }
  return text;
}
