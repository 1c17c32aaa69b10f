// The facts of `input`, as a shape.

import type {
  CaFile,
  ClientCertificateFile,
  ClientKeyFile,
  FactsOf,
  FileContent,
  FileProblem,
  InputProblem,
  StrayCharacters,
  Token,
} from '../../facts.ts';
import { type Fields, flag, list, nullable, object, oneOf, text, time } from '../shape.ts';
import { certificate } from './certificate.ts';

const fileProblem = oneOf<FileProblem>({
  missing: true,
  forbidden: true,
  unreadable: true,
  empty: true,
  'no-certificate': true,
  'no-key': true,
  'no-authority': true,
  damaged: true,
  'other-format': true,
  unsupported: true,
});

const fileContent = oneOf<FileContent>({
  certificate: true,
  'private key': true,
  'encrypted private key': true,
  'public key': true,
  'certificate request': true,
  'revocation list': true,
  parameters: true,
  'PKCS#7 bundle': true,
  'PKCS#12 archive': true,
  'Java keystore': true,
  'OpenSSH key': true,
  'UTF-16 text': true,
  'web page': true,
});

const inputProblem = oneOf<InputProblem>({
  'ca-unreadable': true,
  'ca-wrong-kind': true,
  'cert-unreadable': true,
  'cert-wrong-kind': true,
  'key-unreadable': true,
  'key-encrypted': true,
  'key-mismatch': true,
  'client-cert-expired': true,
  'client-cert-not-yet-valid': true,
  'tls-not-enabled': true,
  'token-expired': true,
  'token-not-yet-valid': true,
  'topic-invalid': true,
});

export const input: Fields<FactsOf['input']> = {
  ca: list(
    object<CaFile>({
      file: text,
      problem: nullable(fileProblem),
      holds: list(fileContent),
      certificates: list(certificate),
    }),
  ),
  clientCertificate: nullable(
    object<ClientCertificateFile>({
      file: text,
      problem: nullable(fileProblem),
      holds: list(fileContent),
      certificates: list(certificate),
      maySign: nullable(flag),
    }),
  ),
  clientKey: nullable(
    object<ClientKeyFile>({
      file: text,
      problem: nullable(fileProblem),
      holds: list(fileContent),
      encrypted: flag,
      locked: nullable(oneOf({ 'passphrase-missing': true, 'passphrase-wrong': true })),
      type: nullable(text),
    }),
  ),
  keyMatchesCertificate: nullable(flag),
  stray: list(
    object<StrayCharacters>({
      where: oneOf({ 'user name': true, password: true, 'key file': true, 'client id': true }),
      what: text,
    }),
  ),
  passwordFrom: nullable(
    oneOf({ argument: true, url: true, file: true, stdin: true, environment: true }),
  ),
  token: nullable(
    object<Token>({
      kind: oneOf({ jwt: true, sas: true }),
      where: oneOf({ password: true, 'user name': true }),
      expires: nullable(time),
      notBefore: nullable(time),
    }),
  ),
  topicProblem: nullable(object({ topic: text, problem: text })),
  problems: list(inputProblem),
};
