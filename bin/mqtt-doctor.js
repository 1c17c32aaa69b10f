#!/usr/bin/env node
// Guards the Node version, gives the program its process as an `Io`, sets the exit code.
// The first lines must parse on old versions of Node: no `?.`, no top-level await.

import { readFileSync } from 'node:fs';

const exitCodes = { usage: 2, bug: 3, interrupted: 130 };
const argv = process.argv.slice(2);
// Libraries that print what they handle when asked to would print passwords.
delete process.env.DEBUG;
delete process.env.NODE_DEBUG;
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  refuse(
    `mqtt-doctor needs Node.js 20.19 or later; this is ${process.versions.node}.`,
    'Install a current version from https://nodejs.org.',
  );
} else {
  import('../dist/cli.js').then(run, notBuilt);
}

function run({ main, crash, openFile }) {
  const io = ioOfProcess(openFile);
  const bug = (error) => process.exit(crash(error, argv, io));
  process.on('uncaughtException', bug);
  process.on('unhandledRejection', bug);
  main(argv, io).then((exitCode) => {
    process.exitCode = exitCode;
    // Pipes are asynchronous on Windows: what stands in line goes out first.
    process.stdout.write('', () => process.stderr.write('', leave));
  }, bug);
}

/** Sockets and timers that nobody waits for any more must not hold the process. */
function leave() {
  setTimeout(() => {
    // `process.exit` joins the threads of the pool, and a getaddrinfo without an answer
    // holds one for ten seconds and more; a signal does not wait.
    if (process.exitCode === exitCodes.interrupted) dieOf('SIGINT');
    else process.exit();
  }, 50).unref();
}

function ioOfProcess(readFile) {
  const { name, version } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  );
  return {
    tool: { name, version, runtime: `Node.js ${process.version}` },
    // Opened only when someone asks: it costs a handle, and waits for what is never read.
    get stdin() {
      return process.stdin;
    },
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    readFile,
    boundLookups,
    onInterrupt,
  };
}

/**
 * Leaving joins the thread of a getaddrinfo that waits for a silent name server: by default
 * twice five seconds for each one. glibc reads its limits from here; whoever set them keeps
 * them. Every name server still gets its turn within the time that a check has.
 */
function boundLookups(timeoutMs) {
  if (process.env.RES_OPTIONS) return;
  const { timeout, servers } = resolverSettings();
  const each = Math.max(1, Math.floor(timeoutMs / 1000 / servers));
  process.env.RES_OPTIONS = `timeout:${Math.min(timeout, each)} attempts:1`;
}

/** What resolv.conf(5) says, or its defaults. */
function resolverSettings() {
  let text = '';
  try {
    text = readFileSync('/etc/resolv.conf', 'utf8');
  } catch {
    // Not a system with glibc: its defaults do no harm.
  }
  const [, seconds] = /^\s*options\b.*\btimeout:(\d+)/m.exec(text) ?? [];
  const servers = text.match(/^\s*nameserver\s/gm) ?? [];
  return { timeout: Number(seconds ?? 5), servers: Math.max(1, Math.min(3, servers.length)) };
}

/** The first Ctrl-C (or SIGTERM) is the program's, the second one ends it on the spot. */
function onInterrupt(listener) {
  const first = () => {
    for (const signal of ['SIGINT', 'SIGTERM']) {
      process.removeListener(signal, first);
      process.on(signal, dieOf);
    }
    listener();
  };
  process.on('SIGINT', first);
  process.on('SIGTERM', first);
}

/** As if nobody had ever listened: a shell sees 130 for SIGINT. */
function dieOf(signal) {
  process.stderr.write(process.stderr.isTTY ? '\u001b[?25h' : ''); // The spinner hides the cursor.
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}

function notBuilt(error) {
  const missing =
    error.code === 'ERR_MODULE_NOT_FOUND' && /module .*dist.cli\.js' imported/.test(error.message);
  if (missing) return refuse('mqtt-doctor is not built yet.', 'Run npm run compile first.');
  process.stderr.write(
    `mqtt-doctor: its own files cannot be loaded (${error.code || error.name}).\n`,
  );
  process.stderr.write('  hint: install it anew with npm.\n');
  process.exitCode = exitCodes.bug;
}

function refuse(sentence, hint) {
  process.stderr.write(`mqtt-doctor: ${sentence}\n  hint: ${hint}\n`);
  process.exitCode = exitCodes.usage;
}
