import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formats, render } from '../../src/render/index.ts';
import { look } from './fixtures.ts';
import { appended, hostile, replaced } from './hostile.ts';
import { samples } from './samples.ts';

const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/u;
const ownColour = /\x1b\[(?:1|2|22|31|32|33|36|39)m/g;
const reports = Object.values(samples);
const looks = [
  look(),
  look({ verbose: true }),
  look({ verbose: true, columns: 120, unicode: false }),
  look({ quiet: true }),
  look({ unicode: false }),
];

test('the hostile text is hostile', () => {
  assert.match(hostile, unseen);
  assert.match(hostile, /\x1b/);
});

test('without colour no field of a report brings a control or invisible character out', () => {
  for (const report of [...reports.map(replaced), ...reports.map(appended)]) {
    for (const one of looks) {
      for (const line of render([report], 'text', one).split('\n'))
        assert.doesNotMatch(line, unseen);
    }
  }
});

test('with colour there is nothing but the colours of the page', () => {
  for (const report of [...reports.map(replaced), ...reports.map(appended)]) {
    for (const one of looks) {
      const text = render([report], 'text', { ...one, color: true });
      assert.match(text, /\x1b\[/);
      const bare = text.replace(ownColour, '');
      for (const line of bare.split('\n')) assert.doesNotMatch(line, unseen);
    }
  }
});

test('text from the wire cannot forge a line', () => {
  const broken = reports.filter(({ verdict }) => verdict.outcome === 'broken');
  for (const report of broken.map(appended)) {
    const lines = render([report], 'text', look({ verbose: true })).split('\n');
    assert.ok(!lines.some((line) => line.startsWith('✔ Healthy')));
  }
});

test('colour changes nothing but the colour', () => {
  for (const report of [...reports, ...reports.map(appended)]) {
    for (const one of looks) {
      const coloured = render([report], 'text', { ...one, color: true });
      assert.equal(coloured.replace(ownColour, ''), render([report], 'text', one));
    }
  }
});

test('an ASCII terminal gets ASCII', () => {
  for (const report of [...reports, ...reports.map(appended), ...reports.map(replaced)]) {
    const text = render([report], 'text', look({ unicode: false, verbose: true }));
    assert.match(text, /^[\x20-\x7e\n]*$/);
  }
});

test('no format lets a hostile report through', () => {
  for (const format of formats) {
    for (const report of reports.map(replaced)) {
      const text = render([report, report], format, look());
      assert.doesNotMatch(text.replaceAll('\n', ''), unseen);
      assert.ok(text.endsWith('\n'));
    }
  }
});
