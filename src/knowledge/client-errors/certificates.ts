// What the TLS libraries say about a certificate that they do not accept.

import type { Client } from './client-error.ts';
import {
  expired,
  handshakeCut,
  nameMismatch,
  notYetValid,
  untrusted,
  unusableCertificate,
  wrongDate,
} from './meanings.ts';

export const opensslCertificates: Client = {
  name: 'OpenSSL (Node.js, Python, mosquitto)',
  errors: [
    {
      ...untrusted,
      pattern: /unable[ _]to[ _]get[ _](?:local[ _])?issuer[ _]cert/i,
      example: 'certificate verify failed: unable to get local issuer certificate',
    },
    {
      ...untrusted,
      codes: ['tls/unknown-ca', 'tls/missing-intermediate', 'tls/wrong-ca', 'tls/intercepted'],
      pattern: /unable[ _]to[ _]verify[ _](?:leaf[ _]signature|the first certificate)/i,
      example: 'unable to verify the first certificate',
    },
    {
      means: 'The certificate of the server signs itself, so the client has to be given that file.',
      codes: ['tls/self-signed', 'tls/wrong-ca', 'tls/sni-required'],
      settles: 'Front ends that miss the server name (SNI) often show such a certificate, too.',
      pattern: /DEPTH_ZERO_SELF_SIGNED_CERT|self[- ]signed certificate(?! in)/i,
      example: 'certificate verify failed: self-signed certificate',
    },
    {
      means: 'The chain ends in a root that the client does not know: a private one, or a proxy.',
      codes: ['tls/unknown-ca', 'tls/wrong-ca', 'tls/intercepted'],
      pattern: /SELF_SIGNED_CERT_IN_CHAIN|self[- ]signed certificate in (?:certificate )?chain/i,
      example: 'self-signed certificate in certificate chain',
    },
    {
      ...expired,
      pattern: /CERT_HAS_EXPIRED|certificate has expired(?! or)/i,
      example: 'certificate verify failed: certificate has expired',
    },
    {
      ...notYetValid,
      pattern: /CERT_NOT_YET_VALID|certificate is not yet valid/i,
      example: 'certificate verify failed: certificate is not yet valid',
    },
    {
      ...nameMismatch,
      pattern: /hostname mismatch|IP address mismatch|ERR_TLS_CERT_ALTNAME_INVALID/i,
      example: "Hostname mismatch, certificate is not valid for 'localhost'.",
    },
    {
      ...nameMismatch,
      pattern: /does not match certificate's altnames|is not in the cert's (?:list|altnames)/i,
      example:
        "Hostname/IP does not match certificate's altnames: IP: 192.0.2.1 is not in the list",
    },
    {
      means: 'A key or signature in the chain is weaker than the client accepts.',
      codes: ['tls/weak-certificate'],
      pattern: /(?:ee|ca|dh)[ _](?:key|md)[ _]too[ _](?:small|weak)/i,
      example: '[SSL: EE_KEY_TOO_SMALL] ee key too small (_ssl.c:3900)',
    },
    {
      means:
        'The certificate is not made for this use: one of a client on the server, for example.',
      codes: ['tls/wrong-purpose', 'tls/client-cert-rejected'],
      pattern: /unsuitable certificate purpose|unsupported certificate purpose|INVALID_PURPOSE/i,
      example: 'certificate verify failed: unsuitable certificate purpose',
    },
    {
      ...untrusted,
      codes: [...untrusted.codes, 'tls/expired', 'tls/hostname-mismatch'],
      settles: 'The words behind the colon, where there are any, name the reason.',
      weight: 'broad',
      pattern: /certificate[ _]verif(?:y|ication)[ _]failed/i,
      example: 'OpenSSL Error[0]: error:0A000086:SSL routines::certificate verify failed',
    },
    {
      means: 'The private key and the certificate of the client are not a pair.',
      codes: ['input/key-mismatch'],
      pattern: /key[ _]values[ _]mismatch/i,
      example: '[X509: KEY_VALUES_MISMATCH] key values mismatch (_ssl.c:4046)',
    },
    {
      means: 'The key is encrypted, and its passphrase is missing or wrong.',
      codes: ['input/key-encrypted'],
      pattern: /bad[ _]decrypt|bad password read|interrupted or cancelled/i,
      example: 'error:1C800064:Provider routines::bad decrypt',
    },
    {
      ...unusableCertificate,
      pattern: /no start line|bad base64 decode|PEM lib\b|bad end line/i,
      example: 'ssl.SSLError: [SSL] PEM lib (_ssl.c:3900)',
    },
  ],
};

export const javaCertificates: Client = {
  name: 'Java',
  signs: /\bjavax?\.[a-z]{2,12}\.|\bsun\.security/,
  errors: [
    {
      ...untrusted,
      pattern:
        /PKIX path building failed|unable to find valid certification path|trust anchor for certification path not found|chain validation failed/i,
      example:
        'PKIX path building failed: unable to find valid certification path to requested target',
    },
    {
      ...wrongDate,
      pattern: /PKIX path validation failed|validity check failed|CertificateExpiredException/i,
      example: 'PKIX path validation failed: java.security.cert: validity check failed',
    },
    {
      ...nameMismatch,
      pattern: /No subject alternative (?:DNS |IP )?names?/i,
      example: 'No subject alternative DNS name matching broker.example.com found.',
    },
    {
      ...nameMismatch,
      pattern: /Hostname verification failed|No name matching/i,
      example: 'SSLHandshakeException: Hostname verification failed',
    },
    {
      ...untrusted,
      codes: [...untrusted.codes, 'tls/expired', 'tls/hostname-mismatch', 'tls/sni-required'],
      settles: 'The exceptions behind it ("Caused by") say more.',
      weight: 'broad',
      pattern: /SSLHandshakeException|General SSLEngine problem/,
      example: 'javax.net.ssl.SSLHandshakeException: General SSLEngine problem',
    },
    {
      means: 'The list of trusted authorities of the client is empty or was not found.',
      codes: ['input/ca-unreadable', 'tls/unknown-ca'],
      pattern: /trustAnchors parameter must be non-empty/i,
      example: 'InvalidAlgorithmParameterException: the trustAnchors parameter must be non-empty',
    },
  ],
};

export const goCertificates: Client = {
  name: 'Go',
  errors: [
    {
      ...untrusted,
      pattern: /x509: certificate signed by unknown authority/i,
      example: 'x509: certificate signed by unknown authority',
    },
    {
      ...wrongDate,
      pattern: /x509: certificate has expired or is not yet valid/i,
      example:
        'x509: certificate has expired or is not yet valid: current time 1970-01-01T00:00:09Z is before 2026-01-01T00:00:00Z',
    },
    {
      ...nameMismatch,
      pattern: /x509: certificate is (?:valid for|not valid for any)/i,
      example: 'x509: certificate is valid for a.example.com, not b.example.com',
    },
    {
      means: 'The client connects by IP address, and the certificate names hosts only.',
      codes: ['tls/address-as-name'],
      pattern: /doesn't contain any IP SANs/i,
      example:
        "x509: cannot validate certificate for 192.0.2.1 because it doesn't contain any IP SANs",
    },
    {
      means: 'The certificate has its name in the old place only (common name).',
      codes: ['tls/hostname-mismatch'],
      settles: 'It needs the name as subjectAltName.',
      pattern: /relies on legacy Common Name/i,
      example: 'x509: certificate relies on legacy Common Name field, use SANs instead',
    },
  ],
};

/** errSSL... of Secure Transport. */
export const appleCertificates: Client = {
  name: 'Apple (Secure Transport)',
  signs: /OSStatus|kCFStreamErrorDomainSSL|CFNetwork/,
  errors: [
    { ...handshakeCut, pattern: /-9806\b/, example: 'OSStatus error -9806' },
    { ...untrusted, pattern: /-98(?:07|12|13)\b/, example: 'OSStatus error -9807' },
    { ...wrongDate, pattern: /-981[45]\b/, example: 'OSStatus error -9814' },
    { ...nameMismatch, pattern: /-9843\b/, example: 'OSStatus error -9843' },
  ],
};

export const rustCertificates: Client = {
  name: 'Rust (rustls)',
  errors: [
    {
      ...untrusted,
      pattern: /invalid peer certificate: (?:UnknownIssuer|Other|BadSignature)/i,
      example: 'invalid peer certificate: UnknownIssuer',
    },
    {
      ...nameMismatch,
      pattern: /invalid peer certificate: (?:NotValidForName|certificate not valid for name)/i,
      example: 'invalid peer certificate: NotValidForName',
    },
    {
      ...wrongDate,
      pattern: /invalid peer certificate: (?:Expired|NotValidYet)/i,
      example: 'invalid peer certificate: Expired',
    },
  ],
};
