// Fetches the certificates that a server left out, from where its own certificate says
// (AIA caIssuers, RFC 5280 §4.2.2.1). The only thing here that talks to anyone but the target.

import type { Certificate } from '../evidence.ts';
import { readCertificate } from './certificate.ts';
import { readPem } from './pem.ts';

const maxBytes = 64 * 1024;
const maxUrls = 2;
const timeoutMs = 900;

/** PEM texts; what cannot be fetched or read is left out. Never throws. */
export async function fetchIssuers(
  urls: readonly string[],
  signal: AbortSignal,
): Promise<readonly string[]> {
  const { request } = await import('undici');
  const downloads = urls
    // Plain HTTP by design: a certificate proves itself, and HTTPS would need it first.
    .filter((url) => /^http:\/\//i.test(url))
    .slice(0, maxUrls)
    .map(async (url) => {
      const until = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
      const { statusCode, body } = await request(url, { signal: until, reset: true });
      if (statusCode !== 200) return [];
      const bytes = await limited(body);
      return readPem(bytes).blocks.flatMap(({ content, der, pem }) =>
        content === 'certificate' && isLink(readCertificate(der)) ? [pem] : [],
      );
    });
  const settled = await Promise.allSettled(downloads);
  return settled.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
}

/** A root vouches for itself: where it comes from a stranger, it must not be trusted. */
function isLink(certificate: Certificate | null): boolean {
  return certificate?.isCa === true && !certificate.selfSigned;
}

async function limited(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of body) {
    total += chunk.length;
    if (total > maxBytes) return new Uint8Array();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
