// Products that inspect TLS, by the names that their certificates give as issuer. None of them
// is an authority that issues certificates to public brokers.

export interface Inspector {
  readonly product: string;
  /** It can also be the authority of a local network, for servers that people run there. */
  readonly issuesCertificates: boolean;
}

const onlyInspect: readonly (readonly [name: RegExp, product: string])[] = [
  [/zscaler/i, 'Zscaler'],
  [/netskope|goskope/i, 'Netskope'],
  [/palo ?alto ?networks/i, 'Palo Alto Networks'],
  [/Cisco (Umbrella|Secure Access|Web Security|Firepower)|OpenDNS/i, 'Cisco'],
  [/Blue ?Coat|Symantec (Web|SSL Visibility)/i, 'Symantec (Blue Coat)'],
  [/forcepoint|websense/i, 'Forcepoint'],
  [/McAfee Web Gateway|Skyhigh/i, 'Skyhigh (McAfee Web Gateway)'],
  [/O=Cato Networks/i, 'Cato Networks'],
  [/Menlo Security/i, 'Menlo Security'],
  [/iboss/i, 'iboss'],
  [/Gateway CA - Cloudflare Managed/i, 'Cloudflare Gateway'],
  [/smoothwall/i, 'Smoothwall'],
  [/lightspeed/i, 'Lightspeed'],
  [/kaspersky/i, 'Kaspersky'],
  [/avast|AVG (Web|Mail|Technologies)/i, 'Avast'],
  [/ESET SSL Filter/i, 'ESET'],
  [/bitdefender/i, 'Bitdefender'],
  [/Dr\. ?Web/i, 'Dr.Web'],
  [/AdGuard (Personal|Intermediate)/i, 'AdGuard'],
  [/mitmproxy/i, 'mitmproxy'],
  [/Charles Proxy/i, 'Charles Proxy'],
  [/DO_NOT_TRUST|Fiddler/i, 'Fiddler'],
  [/PortSwigger/i, 'Burp Suite'],
  // What administrators call the authority of such a product.
  [
    /\b(ssl|tls|https|web)[ -](inspection|interception|decryption)|forward[ -](un)?trust|\bdecryption ca\b/i,
    'a product that inspects TLS',
  ],
];

const firewalls: readonly (readonly [name: RegExp, product: string])[] = [
  [/O=Fortinet\b|fortigate|CN=FG[\dA-Z]{10,}|Fortinet_CA/i, 'Fortinet FortiGate'],
  [/check ?point software/i, 'Check Point'],
  [/sophos|cyberoam/i, 'Sophos'],
  [/barracuda/i, 'Barracuda'],
  [/sonicwall/i, 'SonicWall'],
  [/watchguard|Fireware/i, 'WatchGuard'],
  [/untangle/i, 'Untangle'],
];

/** null: no product that is known. */
export function inspectorOf(issuer: string): Inspector | null {
  const inspector = onlyInspect.find(([name]) => name.test(issuer));
  if (inspector) return { product: inspector[1], issuesCertificates: false };
  const firewall = firewalls.find(([name]) => name.test(issuer));
  return firewall ? { product: firewall[1], issuesCertificates: true } : null;
}
