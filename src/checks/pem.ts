// Which blocks a file of certificates or keys holds: PEM as OpenSSL reads it (RFC 7468, with
// text between blocks, CRLF, a byte order mark), or one structure in DER. It never throws.

import type { FileContent } from '../evidence.ts';
import { contentOf } from './file-content.ts';

export interface Block {
  readonly content: FileContent;
  readonly der: Uint8Array;
  /** As OpenSSL takes it, also where the file is DER. May be a private key: never a fact. */
  readonly pem: string;
}

export interface FileBlocks {
  readonly blocks: readonly Block[];
  /** A block is cut off or no base64; OpenSSL reads nothing behind it. */
  readonly damaged: boolean;
  /** Each kind once, in the order of the file; formats without blocks count too. */
  readonly holds: readonly FileContent[];
}

/** More than any list of authorities has. */
const maxBlocks = 1000;

export function readPem(bytes: Uint8Array): FileBlocks {
  // latin1 keeps every byte, and PEM is ASCII.
  const text = Buffer.from(bytes).toString('latin1');
  if (text.includes('-----BEGIN ')) {
    const { blocks, damaged } = blocksIn(text);
    return { blocks, damaged, holds: [...new Set(blocks.map(({ content }) => content))] };
  }
  const found = contentOf(bytes);
  if (!found) return { blocks: [], damaged: false, holds: [] };
  const { content, label } = found;
  const base64 = Buffer.from(bytes).toString('base64');
  const blocks = label === null ? [] : [{ content, der: bytes, pem: pemOf(label, [], base64) }];
  return { blocks, damaged: false, holds: [content] };
}

function blocksIn(text: string): Pick<FileBlocks, 'blocks' | 'damaged'> {
  const blocks: Block[] = [];
  let open: { readonly label: string; readonly lines: string[] } | null = null;
  for (const line of text.replace(/^\xef\xbb\xbf/, '').split('\n')) {
    // OpenSSL wants the dashes at the start of a line, and nothing else on it.
    const [, mark, label = ''] = line.trimEnd().match(/^-----(BEGIN|END) (.{1,64})-----$/) ?? [];
    if (!open) {
      if (mark === 'BEGIN') open = { label, lines: [] };
    } else if (!mark) open.lines.push(line.trim());
    else {
      const block = mark === 'END' && label === open.label ? blockFrom(open) : null;
      if (!block || blocks.length === maxBlocks) return { blocks, damaged: true };
      blocks.push(block);
      open = null;
    }
  }
  return { blocks, damaged: open !== null || blocks.length === 0 };
}

function blockFrom({ label, lines }: { label: string; lines: readonly string[] }): Block | null {
  // Headers as in RFC 1421 §4.4, up to an empty line: `Proc-Type: 4,ENCRYPTED`.
  const blank = lines[0]?.includes(':') ? lines.indexOf('') : -1;
  const headers = lines.slice(0, blank + 1);
  const base64 = lines.slice(blank + 1).join('');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return null;
  const encrypted = headers.some((line) => /^Proc-Type:.*ENCRYPTED/.test(line));
  const content = contentOfLabel(label);
  return {
    content: encrypted && content === 'private key' ? 'encrypted private key' : content,
    der: Buffer.from(base64, 'base64'),
    pem: pemOf(label, headers, base64),
  };
}

function pemOf(label: string, headers: readonly string[], base64: string): string {
  const lines = [...headers, ...(base64.match(/.{1,64}/g) ?? [])];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

function contentOfLabel(label: string): FileContent {
  if (label === 'OPENSSH PRIVATE KEY') return 'OpenSSH key';
  if (label === 'ENCRYPTED PRIVATE KEY') return 'encrypted private key';
  if (label.endsWith('PRIVATE KEY')) return 'private key';
  if (label.endsWith('PUBLIC KEY')) return 'public key';
  if (label.endsWith('CERTIFICATE REQUEST')) return 'certificate request';
  if (label === 'X509 CRL') return 'revocation list';
  if (label === 'PKCS7' || label === 'CMS') return 'PKCS#7 bundle';
  return label.endsWith('CERTIFICATE') ? 'certificate' : 'parameters';
}
