import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeList } from '../../src/render/code-list.ts';
import { explain } from '../../src/render/explain.ts';
import { recognised } from '../../src/render/recognised.ts';
import { width } from '../../src/render/terminal.ts';
import { look } from './fixtures.ts';
import { hostile } from './hostile.ts';

const explained = {
  code: 'tls/sni-required',
  severity: 'error',
  summary: 'The server answers only if its name is sent',
  means: 'Many brokers share one address. '.repeat(8),
  looksLike: 'It fails, and works as soon as the name is sent.',
  causes: ['the client connects by IP address'],
  remedies: [{ text: 'Send the name.', command: `mqtt-doctor check ${'HOST '.repeat(30)}` }],
} as const;
const printed = [{ client: 'OpenSSL (Node.js)', line: 'tlsv1 unrecognized name '.repeat(6) }];
const found = {
  line: `rc=-2 ${hostile}`,
  clients: [hostile, 'b', 'c', 'd'],
  means: hostile,
  settles: hostile,
};
const codes = [{ code: explained.code, summary: explained.summary }];

test('a page keeps within its width, but for commands, which stay whole', () => {
  for (const columns of [20, 60, 80, 200]) {
    for (const unicode of [true, false]) {
      const page = explain(explained, printed, look({ columns, unicode }));
      assert.ok(page.includes(explained.remedies[0].command.trim()));
      for (const line of page.split('\n')) {
        assert.ok(/^ +\$/.test(line) || width(line) <= Math.min(120, Math.max(60, columns)), line);
        assert.doesNotMatch(line, / $/);
        if (!unicode) assert.match(line, /^[\x20-\x7e]*$/);
      }
    }
  }
});

test('quiet is the title alone', () => {
  const page = explain(explained, printed, look({ quiet: true }));
  assert.equal(page, '✖ The server answers only if its name is sent\n  tls/sni-required · error\n');
  const short = recognised({ found: [found], codes, otherwise: [] }, look({ quiet: true }));
  assert.equal(short, '  tls/sni-required  The server answers only if its name is sent\n');
});

test('a client is named without what stands in brackets behind it', () => {
  assert.match(explain(explained, printed, look()), /\n {2}OpenSSL {2}tlsv1/);
});

test('hostile words of a log stay words', () => {
  for (const color of [true, false]) {
    const otherwise = [{ client: hostile, means: hostile }];
    const page = recognised({ found: [found], codes, otherwise }, look({ color }));
    const bare = page.replace(/\x1b\[(?:1|2|22|31|32|33|36|39)m/g, '');
    for (const line of bare.split('\n')) assert.doesNotMatch(line, /[\p{Cc}\p{Cf}]/u);
    assert.doesNotMatch(bare, /\n✔ Healthy/);
  }
});

test('many clients that print the same are not all named', () => {
  assert.match(recognised({ found: [found], codes, otherwise: [] }, look()), /b, c and others/);
});

test('lines of the list are never folded, and layers stand apart', () => {
  const list = codeList(
    [
      { code: 'dns/slow', severity: 'warning', summary: 'x'.repeat(100) },
      { code: 'tls/expired', severity: 'error', summary: 'A certificate is past its last day' },
    ],
    look(),
  );
  assert.match(list, /^! dns\/slow {2}x{100}\n\n✖ tls\/expired {2}A certificate/);
});
