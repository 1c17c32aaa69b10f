// Certificates minted at run time: authorities, and what they issue. What can be wrong with
// a certificate is said in its order: see order.ts.

import './metadata.ts';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as x509 from '@peculiar/x509';
import { type KeyPair, mintKeys, privatePem, signingKeys } from './keys.ts';
import { authorityExtensions, inDays, leafExtensions, type Order, subject } from './order.ts';

/** A certificate with its key, and how to send and store them. All PEM. */
export interface Identity {
  readonly cert: string;
  /** PKCS #8 */
  readonly key: string;
  /** The leaf and its intermediates, never the root. */
  readonly chain: readonly string[];
  /** `chain` as one text: what a server should send. */
  readonly fullchain: string;
  readonly encryptedKey: (passphrase: string) => string;
  /** Writes `<name>.crt` (leaf), `<name>.fullchain.crt` and `<name>.key` into `folder`. */
  readonly writeTo: (folder: string, name: string) => Promise<IdentityFiles>;
}

export interface IdentityFiles {
  readonly cert: string;
  readonly fullchain: string;
  readonly key: string;
}

/** Its own `cert` is what clients are to trust, or (as a wrong file) a CA given as a leaf. */
export interface Authority extends Identity {
  readonly intermediate: (order: Order) => Promise<Authority>;
  readonly issue: (order: Order) => Promise<Identity>;
}

export async function mintAuthority({
  name,
  ...order
}: Omit<Order, 'commonName'> & { name: string }) {
  return authority(await signed({ ...order, commonName: name }, null, true));
}

/** A certificate that signed itself, and is no authority. */
export async function selfSigned(order: Order): Promise<Identity> {
  return identity(await signed(order, null, false));
}

/** A PKCS #10 request, which people give where a certificate is wanted. */
export async function certificateRequest(order: Order): Promise<{ csr: string; key: string }> {
  const keys = await mintKeys(order.key ?? 'ec256');
  const { algorithm, ...pair } = await signingKeys(keys, order.signature ?? 'sha256');
  const csr = await x509.Pkcs10CertificateRequestGenerator.create({
    name: subject(order),
    keys: pair,
    signingAlgorithm: algorithm,
  });
  return { csr: csr.toString('pem'), key: privatePem(keys.privateKey) };
}

interface Signed {
  readonly certificate: x509.X509Certificate;
  readonly keys: KeyPair;
  readonly issuer: Signed | null;
}

async function signed(order: Order, issuer: Signed | null, isCa: boolean): Promise<Signed> {
  const keys = await mintKeys(order.key ?? 'ec256');
  const signer = issuer?.keys ?? keys;
  const { algorithm, privateKey } = await signingKeys(signer, order.signature ?? 'sha256');
  const publicKey = keys.publicKey.export({ type: 'spki', format: 'der' });
  const certificate = await x509.X509CertificateGenerator.create({
    subject: subject(order),
    issuer: issuer?.certificate.subjectName ?? subject(order),
    notBefore: order.notBefore ?? inDays(-1 / 24),
    notAfter: order.notAfter ?? inDays(isCa ? 3650 : 90),
    publicKey,
    signingKey: privateKey,
    signingAlgorithm: algorithm,
    extensions: [
      ...(isCa ? authorityExtensions(order) : leafExtensions(order, issuer === null)),
      await x509.SubjectKeyIdentifierExtension.create(publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(
        signer.publicKey.export({ type: 'spki', format: 'der' }),
      ),
    ],
  });
  return { certificate, keys, issuer };
}

function identity(leaf: Signed): Identity {
  const cert = pem(leaf);
  const chain = [cert];
  for (let at = leaf.issuer; at !== null && at.issuer !== null; at = at.issuer) chain.push(pem(at));
  const fullchain = chain.join('');
  const key = privatePem(leaf.keys.privateKey);
  return {
    cert,
    key,
    chain,
    fullchain,
    encryptedKey: (passphrase) => privatePem(leaf.keys.privateKey, passphrase),
    async writeTo(folder, name) {
      const path = (ending: string) => join(folder, `${name}${ending}`);
      const files = { cert: path('.crt'), fullchain: path('.fullchain.crt'), key: path('.key') };
      await writeFile(files.cert, cert);
      await writeFile(files.fullchain, fullchain);
      await writeFile(files.key, key, { mode: 0o600 });
      return files;
    },
  };
}

function authority(own: Signed): Authority {
  return {
    ...identity(own),
    intermediate: async (order) => authority(await signed(order, own, true)),
    issue: async (order) => identity(await signed(order, own, false)),
  };
}

function pem({ certificate }: Signed): string {
  return `${certificate.toString('pem')}\n`;
}
