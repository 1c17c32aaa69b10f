// What an address or a name says about itself: IANA's special-purpose registries (RFC 6890)
// and reserved names (RFC 2606, 6761, 6762, 8375).

export function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address === '::1' || address.startsWith('::ffff:127.');
}

/** Not an address of any host: a filter's answer. */
export function isUnspecified(address: string): boolean {
  return address === '0.0.0.0' || address === '::';
}

export function isPrivate(address: string): boolean {
  return (
    /^(10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/.test(
      address,
    ) || /^(f[cd][0-9a-f]{2}|fe[89ab][0-9a-f]):/i.test(address)
  );
}

/** This machine, by the name or the address that everyone uses for it (RFC 6761 §6.3). */
export function isLocalhost(host: string): boolean {
  return /^(.+\.)?localhost\.?$/i.test(host) || host === '127.0.0.1' || host === '::1';
}

/** A name that only means something here: single-label, `.local`, a container's or a router's. */
export function isLocalName(name: string): boolean {
  return (
    !isIpAddress(name) &&
    (!name.includes('.') ||
      /\.(local|lan|home|internal|localdomain|docker|home\.arpa)\.?$/i.test(name))
  );
}

/** A name of the public DNS, as far as a name can tell. */
export function isPublicName(name: string): boolean {
  return (
    name.includes('.') &&
    !isIpAddress(name) &&
    !isLocalName(name) &&
    !/\.(test|example|invalid|localhost|corp|intranet|private)\.?$/i.test(name) &&
    !/(^|\.)example\.(com|net|org)\.?$/i.test(name)
  );
}

export function isIpAddress(host: string): boolean {
  return host.includes(':') || /^\d{1,3}(\.\d{1,3}){3}$/.test(host);
}
