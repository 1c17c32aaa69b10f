// A file the user named, as far as it can be read: its blocks, or why there are none.

import type { FileContent, FileProblem } from '../evidence.ts';
import type { Material } from '../target.ts';
import { type FileBlocks, readPem } from './pem.ts';

export interface ReadMaterial extends FileBlocks {
  /** null: there may be something in it. */
  readonly problem: FileProblem | null;
}

/** What may hold the right thing, in a form that MQTT clients do not read. */
const formats: readonly FileContent[] = [
  'PKCS#7 bundle',
  'PKCS#12 archive',
  'Java keystore',
  'UTF-16 text',
  'web page',
];

export function readMaterial({ bytes, problem }: Material): ReadMaterial {
  const nothing = { blocks: [], damaged: false, holds: [] };
  if (!bytes) return { ...nothing, problem: problemOf(problem) };
  // White space or NUL alone: what a write that was cut off leaves.
  if (bytes.every((byte) => byte <= 0x20)) return { ...nothing, problem: 'empty' };
  const read = readPem(bytes);
  if (read.damaged) return { ...read, problem: 'damaged' };
  const isOther = read.holds.length > 0 && read.holds.every((content) => formats.includes(content));
  return { ...read, problem: isOther ? 'other-format' : null };
}

function problemOf(code: string | null): FileProblem {
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing';
  return code === 'EACCES' || code === 'EPERM' ? 'forbidden' : 'unreadable';
}
