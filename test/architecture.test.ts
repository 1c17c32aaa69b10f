// Holds the design: who may import whom, which package belongs where, and that some parts
// are pure. It reads the sources as text and depends on nothing.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const src = join(dirname(fileURLToPath(import.meta.url)), '../../src');

interface Source {
  /** `rules/tls/expired.ts` */
  readonly path: string;
  /** `rules`; `` for the nouns and verbs that lie in src/ itself. */
  readonly folder: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const sources: readonly Source[] = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => {
    const path = file.split('\\').join('/');
    const text = readFileSync(join(src, path), 'utf8');
    const code = text.replace(/^\s*(\/\/|\*).*$/gm, '');
    const statement = /^(?:import|export)\s(?:[^;']*\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'/gm;
    const imports = [...code.matchAll(statement)].map(([, named, loaded]) => named ?? loaded ?? '');
    return { path, folder: path.includes('/') ? (path.split('/')[0] ?? '') : '', text, imports };
  });

const nouns = [
  'address',
  'evidence',
  'facts',
  'failure',
  'finding',
  'provider',
  'report',
  'target',
];
const verbs = ['examine', 'experiment', 'index'];

/** What a folder may import besides itself: folders, and `` for src/ itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  checks: [''],
  trials: [''],
  providers: [''],
  rules: [''],
  report: [''],
  render: ['', 'report'],
  cli: ['', 'rules', 'providers', 'report', 'render', 'knowledge'],
  knowledge: ['', 'rules'],
};

const packages: Readonly<Record<string, (source: Source) => boolean>> = {
  mqtt: ({ folder }) => folder === 'checks',
  'mqtt-packet': ({ folder }) => folder === 'checks',
  undici: ({ folder }) => folder === 'checks',
  ws: ({ folder }) => folder === 'checks',
  'dns-packet': ({ folder }) => folder === 'checks',
  chalk: ({ folder }) => folder === 'render',
  commander: ({ folder }) => folder === 'cli',
  ora: ({ folder }) => folder === 'cli',
  yaml: ({ folder }) => folder === 'cli',
};

test('folders import in one direction only', () => {
  for (const source of sources) {
    for (const target of localImports(source)) {
      const folder = target.includes('/') ? (target.split('/')[0] ?? '') : '';
      if (source.folder === '' || folder === source.folder) continue;
      const may = allowed[source.folder];
      assert.ok(may, `src/${source.folder} is a folder that the design does not know`);
      assert.ok(may.includes(folder), `${source.path} imports ${target}`);
    }
  }
});

test('a noun imports nouns only', () => {
  for (const source of sources.filter(isNoun)) {
    for (const specifier of source.imports) {
      assert.match(specifier, /^\.\/[a-z]+\.ts$/, `${source.path} imports ${specifier}`);
      assert.ok(nouns.includes(specifier.slice(2, -3)), `${source.path} imports ${specifier}`);
    }
  }
});

test('only nouns and the verbs of the design lie in src/ itself', () => {
  const names = sources.filter(({ folder }) => folder === '').map(({ path }) => path.slice(0, -3));
  assert.deepEqual(
    names.filter((name) => !nouns.includes(name) && !verbs.includes(name)),
    [],
  );
});

test('only examine and experiment put checks and trials together', () => {
  for (const source of sources.filter(({ folder }) => folder === '')) {
    const climbs = localImports(source).some((target) => /^(checks|trials)\//.test(target));
    if (climbs) assert.ok(/^(examine|experiment)\.ts$/.test(source.path), source.path);
  }
});

test('each package has its one place', () => {
  for (const source of sources) {
    for (const specifier of source.imports.filter(isPackage)) {
      const name = specifier.split('/')[0] ?? '';
      const place = packages[name];
      assert.ok(place, `${source.path} imports ${specifier}, which the design does not name`);
      assert.ok(place(source), `${source.path} imports ${specifier}`);
    }
  }
});

test('rules, trials, providers, report and render do no I/O and read no clock or process', () => {
  const pure = ['rules', 'trials', 'providers', 'report', 'render', 'knowledge'];
  for (const source of sources.filter(({ folder }) => pure.includes(folder))) {
    assert.deepEqual(source.imports.filter(isNode), [], source.path);
    const code = withoutWords(source.text);
    assert.doesNotMatch(
      code,
      /\bprocess\.|\bDate\.now\(|new Date\(\)|performance\.|\bfetch\(/,
      source.path,
    );
    assert.doesNotMatch(code, /\basync\b|\bawait\b/, source.path);
  }
});

test('checks do not read the environment, print, or judge', () => {
  for (const source of sources.filter(({ folder }) => folder === 'checks')) {
    const code = withoutWords(source.text);
    // Where Windows keeps its hosts file stands in a variable and nowhere else.
    if (source.path !== 'checks/hosts-file.ts')
      assert.doesNotMatch(code, /process\.env/, source.path);
    assert.doesNotMatch(code, /console\.|process\.(stdout|stderr|exit|argv)/, source.path);
    assert.doesNotMatch(code, /\bseverity\b/, source.path);
  }
});

test('nobody under src/ calls process.exit', () => {
  for (const { path, text } of sources) {
    assert.doesNotMatch(withoutWords(text), /process\.exit\b/, path);
  }
});

test('secrets are revealed in checks only', () => {
  for (const { path, folder, text } of sources) {
    if (folder !== 'checks') assert.doesNotMatch(withoutWords(text), /\.reveal\(\)/, path);
  }
});

test('rules match on codes, not on raw error text', () => {
  for (const { path, folder, text } of sources) {
    if (folder === 'rules')
      assert.doesNotMatch(text, /failure\.raw|\braw\.(match|includes|test)/, path);
  }
});

test('every file opens with a line that says what it is', () => {
  for (const { path, text } of sources) assert.match(text, /^(\/\/|\/\*\*) /, path);
});

test('no folder is a drawer for odds and ends', () => {
  for (const { path } of sources) {
    assert.doesNotMatch(path, /(^|\/)(utils?|helpers?|common|shared|types|misc)(\/|\.ts$)/);
  }
});

function isNoun({ path, folder }: Source): boolean {
  return folder === '' && nouns.includes(path.slice(0, -3));
}

function isNode(specifier: string): boolean {
  return specifier.startsWith('node:');
}

function isPackage(specifier: string): boolean {
  return !specifier.startsWith('.') && !isNode(specifier);
}

/** Paths below src/ of what a file imports there. */
function localImports({ path, imports }: Source): readonly string[] {
  return imports
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => posix.join(posix.dirname(path), specifier));
}

/** Without comments and strings, in which any word may stand. */
function withoutWords(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:])\/\/.*$/gm, '$1')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''");
}

test('the sources were found', () => {
  assert.ok(sources.length > 100, relative('.', src));
});
