// Products that inspect TLS, by the names that their certificates give as issuer. None of them
// is an authority that issues certificates to brokers.

const inspectors: readonly (readonly [name: RegExp, product: string])[] = [
  [/zscaler/i, 'Zscaler'],
  [/netskope|goskope/i, 'Netskope'],
  [/O=Fortinet\b|fortigate|CN=FG[\dA-Z]{10,}|Fortinet_CA/i, 'Fortinet FortiGate'],
  [/palo ?alto ?networks/i, 'Palo Alto Networks'],
  [/check ?point/i, 'Check Point'],
  [/Cisco (Umbrella|Secure Access|Web Security|Firepower)|OpenDNS/i, 'Cisco'],
  [/Blue ?Coat|Symantec (Web|SSL Visibility)/i, 'Symantec (Blue Coat)'],
  [/forcepoint|websense/i, 'Forcepoint'],
  [/McAfee Web Gateway|Skyhigh/i, 'Skyhigh (McAfee Web Gateway)'],
  [/sophos|cyberoam/i, 'Sophos'],
  [/barracuda/i, 'Barracuda'],
  [/sonicwall/i, 'SonicWall'],
  [/watchguard|Fireware/i, 'WatchGuard'],
  [/O=Cato Networks/i, 'Cato Networks'],
  [/Menlo Security/i, 'Menlo Security'],
  [/iboss/i, 'iboss'],
  [/Gateway CA - Cloudflare Managed/i, 'Cloudflare Gateway'],
  [/smoothwall/i, 'Smoothwall'],
  [/lightspeed/i, 'Lightspeed'],
  [/untangle/i, 'Untangle'],
  [/kaspersky/i, 'Kaspersky'],
  [/avast|AVG (Web|Mail|Technologies)/i, 'Avast'],
  [/ESET SSL Filter/i, 'ESET'],
  [/bitdefender/i, 'Bitdefender'],
  [/Dr\.? ?Web/i, 'Dr.Web'],
  [/AdGuard (Personal|Intermediate)/i, 'AdGuard'],
  [/mitmproxy/i, 'mitmproxy'],
  [/Charles Proxy/i, 'Charles Proxy'],
  [/DO_NOT_TRUST|Fiddler/i, 'Fiddler'],
  [/PortSwigger/i, 'Burp Suite'],
];

/** null: no product that is known. */
export function inspectorOf(issuer: string): string | null {
  return inspectors.find(([name]) => name.test(issuer))?.[1] ?? null;
}
