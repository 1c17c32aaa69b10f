// Prints the samples, to be looked at: node .build/test/render/show.js [columns] [ascii] [color] [verbose] [quiet]

import { render } from '../../src/render/index.ts';
import { look } from './fixtures.ts';
import { samples } from './samples.ts';

const [columns = '80', ...flags] = process.argv.slice(2);
const asked = look({
  columns: Number(columns),
  color: flags.includes('color'),
  unicode: !flags.includes('ascii'),
  verbose: flags.includes('verbose'),
  quiet: flags.includes('quiet'),
});
for (const [name, report] of Object.entries(samples)) {
  process.stdout.write(`──── ${name} ${'─'.repeat(Number(columns) - name.length - 6)}\n`);
  process.stdout.write(render([report], 'text', asked));
}
