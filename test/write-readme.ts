// Writes the table of codes into README.md: `node .build/test/write-readme.js`.

import { writeFileSync } from 'node:fs';
import { stdout } from 'node:process';
import { readme, readmePath, withCodes } from './readme.ts';

const text = readme();
if (text === null) throw new Error('there is no README.md');
const written = withCodes(text);
if (written !== text) writeFileSync(readmePath, written);
stdout.write(written === text ? 'README.md is as it should be\n' : 'README.md written\n');
