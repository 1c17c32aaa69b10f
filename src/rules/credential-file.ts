// Words for a file of certificates or of a key that cannot be used, and what to do about it.

import type { FileContent, FileProblem, InputFacts } from '../evidence.ts';
import type { Remedy } from '../finding.ts';
import { quote } from './shell.ts';

interface UnusableFile {
  readonly file: string;
  readonly problem: FileProblem;
  readonly holds: readonly FileContent[];
}

type Wanted = 'certificate' | 'private key';

/** What follows the name of the file: `does not exist`. */
export function troubleOf({ problem, holds }: UnusableFile, wanted: Wanted): string {
  switch (problem) {
    case 'missing':
      return 'does not exist';
    case 'forbidden':
      return 'is closed to this user';
    case 'unreadable':
      return 'cannot be read';
    case 'empty':
      return 'is empty';
    case 'damaged':
      return 'is cut off or damaged';
    case 'unsupported':
      return 'is encrypted in a way that OpenSSL 3 no longer reads';
    case 'other-format':
      return `is ${inWords(holds)}, which MQTT clients do not read`;
    case 'no-certificate':
    case 'no-key':
    case 'no-authority':
      return holds.length > 0 ? `holds ${inWords(holds)}, no ${wanted}` : `holds no ${wanted}`;
  }
}

export function remediesFor(unusable: UnusableFile, wanted: Wanted): readonly Remedy[] {
  const { file, problem, holds } = unusable;
  const path = quote(file);
  switch (problem) {
    case 'missing':
      return [
        {
          text: 'Check the path; it counts from the current folder.',
          command: `ls -l ${path}`,
        },
      ];
    case 'forbidden':
      return [
        {
          text: 'Let this user read the file, or run as the user it belongs to.',
          command: `ls -l ${path}`,
        },
      ];
    case 'unreadable':
      return [{ text: 'See what stands at this path.', command: `ls -l ${path}` }];
    case 'empty':
      return [{ text: 'Fetch or export the file again.', command: `ls -l ${path}` }];
    case 'damaged':
      return [
        {
          text: 'Copy the file again, whole: each -----BEGIN and -----END line stands alone, without a space before it.',
        },
        {
          text: 'See what OpenSSL makes of it.',
          command: opensslCommand(path, wanted),
        },
      ];
    case 'unsupported':
      return [
        {
          text: 'Encrypt the key again, in a way of today.',
          command: `openssl pkcs8 -topk8 -provider legacy -provider default -in ${path} -out new.key`,
        },
      ];
    case 'other-format':
      return [conversion(path, holds[0], wanted)];
    case 'no-certificate':
    case 'no-key':
    case 'no-authority':
      return [
        {
          text: `Give the file that holds "-----BEGIN ${wanted === 'certificate' ? 'CERTIFICATE' : 'PRIVATE KEY'}-----"; see what this one holds.`,
          command: `grep -e -----BEGIN ${path}`,
        },
      ];
  }
}

/** The file of the certificate holds the key, and that of the key the certificate. */
export function areSwapped({
  clientCertificate,
  clientKey,
}: Partial<Pick<InputFacts, 'clientCertificate' | 'clientKey'>>): boolean {
  const keyForCertificate = clientCertificate?.holds.some((one) => one.endsWith('private key'));
  return keyForCertificate === true && clientKey?.holds[0] === 'certificate';
}

/** `a private key and a certificate` */
export function inWords(holds: readonly FileContent[]): string {
  return holds.map(withArticle).join(' and ');
}

function withArticle(content: FileContent): string {
  if (content === 'parameters' || content === 'UTF-16 text') return content;
  return /^[aeiou]/i.test(content) ? `an ${content}` : `a ${content}`;
}

function opensslCommand(path: string, wanted: Wanted): string {
  return wanted === 'certificate'
    ? `openssl x509 -in ${path} -noout -subject -issuer -dates`
    : `openssl pkey -in ${path} -noout`;
}

function conversion(path: string, content: FileContent | undefined, wanted: Wanted): Remedy {
  const part = wanted === 'certificate' ? '-nokeys -out new.crt' : '-nocerts -nodes -out new.key';
  switch (content) {
    case 'PKCS#12 archive':
      return {
        text: `Take the ${wanted} out of the archive.`,
        command: `openssl pkcs12 -in ${path} ${part}`,
      };
    case 'PKCS#7 bundle':
      return {
        text: 'Take the certificates out of the bundle (without -inform DER where it is text).',
        command: `openssl pkcs7 -inform DER -in ${path} -print_certs -out new.crt`,
      };
    case 'Java keystore':
      return {
        text: `Turn the keystore into a PKCS#12 archive, then take the ${wanted} out.`,
        command: `keytool -importkeystore -srckeystore ${path} -deststoretype PKCS12 -destkeystore new.p12 && openssl pkcs12 -in new.p12 ${part}`,
      };
    case 'web page':
      return {
        text: 'Fetch the file again: what was saved is the page around it, or one that asks to sign in.',
        command: `head -c 300 ${path}`,
      };
    case 'UTF-16 text':
      return {
        text: 'Save the file as plain text (ASCII or UTF-8).',
        command: `iconv -f UTF-16 -t UTF-8 ${path} > new.pem`,
      };
    default:
      return {
        text: `Give the ${wanted} in PEM: a file that begins with "-----BEGIN".`,
        command: `file ${path}`,
      };
  }
}
