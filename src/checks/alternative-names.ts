// Reads the text that Node makes of the names in a certificate. Node writes a value with a
// comma, a quote or a control character as a JSON string, so that none can pass for two
// (CVE-2021-44532); what comes out here may be hostile all the same.

/** Host names and addresses of the subjectAltName extension, in its order. */
export function alternativeNames(text: string): readonly string[] {
  const entries = text.matchAll(/([^:,"]+):("(?:[^"\\]|\\.)*"|[^,]*)(?:, |$)/gy);
  return [...entries].flatMap(([, kind, value = '']) => {
    if (kind === 'DNS') return [unquoted(value)];
    return kind === 'IP Address' ? [shortAddress(value)] : [];
  });
}

/** Where the issuer's certificate can be fetched, from Node's text of the AIA extension. */
export function issuerUrls(text: string): readonly string[] {
  const issuers = text.matchAll(/^CA Issuers - URI:(.*)$/gm);
  return [...issuers].map(([, url = '']) => unquoted(url));
}

function unquoted(value: string): string {
  if (!value.startsWith('"')) return value;
  try {
    return String(JSON.parse(value));
  } catch {
    return value;
  }
}

/** `2001:DB8:0:0:0:0:0:1` → `2001:db8::1`; what is no address stays. */
function shortAddress(value: string): string {
  if (!value.includes(':')) return value;
  return URL.canParse(`http://[${value}]/`)
    ? new URL(`http://[${value}]/`).hostname.slice(1, -1)
    : value;
}
