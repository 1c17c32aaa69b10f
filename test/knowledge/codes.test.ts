import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { check } from '../../src/cli/commands/check.ts';
import { layerOf, layers } from '../../src/finding.ts';
import { codesNamed, explanationOf, nearestCodes } from '../../src/knowledge/catalogue.ts';
import { explanations } from '../../src/knowledge/codes/index.ts';
import { rules } from '../../src/rules/index.ts';

const src = join(dirname(fileURLToPath(import.meta.url)), '../../../src');

test('every rule has an explanation, and every explanation a rule', () => {
  const explained = explanations.map(({ code }) => code).toSorted();
  assert.deepEqual(explained, rules.map(({ code }) => code).toSorted());
  assert.equal(new Set(explained).size, explained.length);
});

test('an explanation is as severe as its rule', () => {
  for (const { code, severity } of explanations) {
    const source = readFileSync(join(src, 'rules', `${code}.ts`), 'utf8');
    assert.equal(/\n {2}severity: '(\w+)',\n/.exec(source)?.[1], severity, code);
  }
});

test('explanations stand in the order of the ladder', () => {
  const order = explanations.map(({ code }) => layers.indexOf(layerOf(code)));
  assert.deepEqual(
    order,
    order.toSorted((a, b) => a - b),
  );
});

test('a summary fits into one line of the list', () => {
  for (const { code, summary } of explanations) {
    assert.ok(summary.length <= 46, `${code}: ${summary.length}`);
    assert.match(summary, /^\S.*[^.\s]$/, code);
  }
});

test('every explanation says what it means, why it happens and what to do', () => {
  for (const { code, means, causes, remedies } of explanations) {
    const sentences = means.split(/[.:] (?=[A-Z"])/).length;
    assert.ok(sentences >= 1 && sentences <= 5, `${code}: ${sentences} sentences`);
    assert.match(means, /\.$/, code);
    assert.ok(causes.length > 0 && remedies.length > 0, code);
    for (const cause of causes) assert.doesNotMatch(cause, /\.$/, cause);
    for (const { text } of remedies) assert.match(text, /^[A-Z].*[.:]$/, text);
  }
});

test('it speaks calmly', () => {
  for (const explanation of explanations) {
    assert.doesNotMatch(JSON.stringify(explanation), /please|oops|sorry|\w!/i, explanation.code);
  }
});

test('the commands to copy have options that exist', () => {
  const known = check.flags.flatMap(({ flags }) =>
    flags.flatMap(({ flags }) => flags.match(/(?<![\w-])--?[\w-]+/g) ?? []),
  );
  const commands = explanations.flatMap(({ remedies }) => remedies.map(({ command }) => command));
  const ours = commands.filter((one) => one?.startsWith('mqtt-doctor'));
  assert.ok(ours.length > 50);
  for (const command of ours) {
    assert.match(command ?? '', /^mqtt-doctor check \S/);
    for (const flag of command?.match(/(?<=\s)--?[a-z][\w-]*|(?<=\s)-[46]/gi) ?? []) {
      assert.ok(known.includes(flag), `${command}: ${flag}`);
    }
  }
});

test('a code is found in any letter case, and by its name alone', () => {
  assert.equal(explanationOf('TLS/Expired')?.code, 'tls/expired');
  assert.equal(explanationOf('tls/no-such'), null);
  assert.deepEqual(codesNamed('sni-required'), ['tls/sni-required']);
  assert.ok(codesNamed('timeout').length > 1);
  assert.deepEqual(codesNamed('constructor'), []);
});

test('a mistyped code is like the one that was meant', () => {
  assert.equal(nearestCodes('tls/sni-requird')[0], 'tls/sni-required');
  assert.equal(nearestCodes('tls/unkown-ca')[0], 'tls/unknown-ca');
  assert.equal(nearestCodes('tcp/unknown-ca')[0], 'tls/unknown-ca');
  assert.equal(nearestCodes('conect/closed')[0], 'connect/closed');
  assert.deepEqual(nearestCodes('zzz'), []);
});
