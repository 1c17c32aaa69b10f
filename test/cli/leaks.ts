// Looks for secrets in text, in every form in which text can hold them.

/** What of the secrets stands in `text`, as `name: form`; empty: nothing. */
export function leaks(text: string, secrets: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(secrets).flatMap(([name, secret]) =>
    Object.entries(formsOf(secret))
      .filter(([, form]) => text.includes(form))
      .map(([form]) => `${name}: ${form}`),
  );
}

function formsOf(secret: string): Readonly<Record<string, string>> {
  const bytes = Buffer.from(secret);
  const reversed = [...secret].reverse().join('');
  return {
    raw: secret,
    'first half': secret.slice(0, Math.ceil(secret.length / 2)),
    'second half': secret.slice(Math.floor(secret.length / 2)),
    reversed,
    'as JSON': JSON.stringify(secret).slice(1, -1),
    'percent-encoded': encodeURIComponent(secret),
    hex: bytes.toString('hex'),
    'upper-case hex': bytes.toString('hex').toUpperCase(),
    base64: inner(bytes, 0),
    'base64 behind 1 byte': inner(bytes, 1),
    'base64 behind 2 bytes': inner(bytes, 2),
    base64url: bytes.toString('base64url').slice(0, -2),
  };
}

/** The characters that hold bits of nothing but the secret. */
function inner(bytes: Buffer, before: number): string {
  const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
  return text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
}
