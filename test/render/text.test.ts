import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formats, render } from '../../src/render/index.ts';
import type { Look } from '../../src/render/look.ts';
import { width } from '../../src/render/terminal.ts';
import type { Report } from '../../src/report.ts';
import { facts, failedAt, finding, healthy, look, reportOf, trial } from './fixtures.ts';
import { samples } from './samples.ts';

function linesOf(report: Report, changes: Partial<Look> = {}): string[] {
  return render([report], 'text', look(changes)).split('\n');
}

function sample(name: string): Report {
  const found = samples[name];
  assert.ok(found);
  return found;
}

/** The line of a rung. */
function rung(lines: readonly string[], id: string): string | undefined {
  return lines.find((line) => /^ {2}\S (\S+)/.exec(line)?.[1] === id);
}

test('text and JSON are offered', () => {
  assert.deepEqual([...formats].sort(), ['json', 'text']);
});

test('the verdict stands on top with its code, how sure it is and whose side it is on', () => {
  const lines = linesOf(sample('tls with trials'));
  assert.match(lines[0] ?? '', /^✖ The server closes/);
  assert.equal(lines[1], '  tls/sni-required · proven · fix it in the client');
  assert.match(linesOf(reportOf())[0] ?? '', /^✔ Healthy/);
  assert.match(linesOf(sample('degraded'))[0] ?? '', /^! Works/);
  assert.match(linesOf(sample('inconclusive'))[0] ?? '', /^\? Signing in/);
});

test('where the side is unclear none is named', () => {
  const cause = finding({ code: 'tls/closed-in-handshake', check: 'tls', side: 'unclear' });
  const lines = linesOf(reportOf({ outcomes: failedAt('tls', 'closed', {}) }, [cause]));
  assert.equal(lines[1], '  tls/closed-in-handshake · observed');
});

test('every rung has a line: done, failed, without object, not reached', () => {
  const lines = linesOf(reportOf({ outcomes: failedAt('tls', 'closed', { serverHello: false }) }));
  assert.match(rung(lines, 'tcp') ?? '', /✔ .*192\.0\.2\.20.* 21 ms/);
  assert.match(rung(lines, 'tls') ?? '', /✖ .*right after our hello.* 51 ms/);
  assert.match(rung(lines, 'connect') ?? '', /· connect {2}not reached$/);
  assert.match(rung(linesOf(reportOf()), 'alpn') ?? '', /– alpn {5}none offered$/);
});

test('the input line shows only where something is wrong with what was given', () => {
  assert.equal(rung(linesOf(reportOf()), 'input'), undefined);
  const warning = finding({ code: 'input/stray-characters', check: 'input', severity: 'warning' });
  assert.ok(rung(linesOf(reportOf({}, [warning])), 'input'));
  const failed = failedAt('input', 'unusable-input', {
    ...facts.input,
    problems: ['key-mismatch'],
  });
  assert.match(
    rung(linesOf(reportOf({ outcomes: failed })), 'input') ?? '',
    /✖ input {4}the key does not belong/,
  );
});

test('times and bars stand in columns, and the page keeps within its width', () => {
  for (const report of Object.values(samples)) {
    for (const columns of [60, 72, 80, 120]) {
      for (const unicode of [true, false]) {
        const lines = linesOf(report, { columns, unicode });
        const rungs = report.checks.flatMap(({ id }) => rung(lines, id) ?? []);
        const ends = rungs.flatMap((line) => {
          const upToTime = /^.* m?s(?= |$)/.exec(line)?.[0];
          return upToTime === undefined ? [] : [width(upToTime)];
        });
        assert.ok(new Set(ends).size <= 1, rungs.join('\n'));
        for (const line of rungs) assert.ok(width(line) <= columns, line);
        for (const line of lines) {
          const whole = /^\s*(\$|https?:|mqtts?:)/.test(line);
          assert.ok(whole || width(line) <= columns, line);
        }
      }
    }
  }
});

test('columns below 60 count as 60 and above 120 as 120', () => {
  const report = sample('tls with trials');
  assert.deepEqual(linesOf(report, { columns: 20 }), linesOf(report, { columns: 60 }));
  assert.deepEqual(linesOf(report, { columns: 500 }), linesOf(report, { columns: 120 }));
  assert.notDeepEqual(linesOf(report, { columns: 60 }), linesOf(report, { columns: 120 }));
});

test('no line ends with a space', () => {
  for (const report of Object.values(samples)) {
    for (const line of linesOf(report, { verbose: true })) assert.doesNotMatch(line, / $/);
  }
});

test('a command and a link stay whole on lines of their own, however narrow the page', () => {
  const command = `mqtt-doctor check broker.example.com ${'--ca a-long-file-name.pem '.repeat(8)}-u me`;
  const link = `https://example.com/${'x'.repeat(200)}`;
  const remedies = [{ text: 'Do this.', command, link }];
  const cause = finding({ code: 'tls/unknown-ca', check: 'tls', remedies });
  const report = reportOf({ outcomes: failedAt('tls', 'tls-untrusted', {}) }, [cause]);
  const lines = linesOf(report, { columns: 60 });
  assert.ok(lines.includes(`     $ ${command}`));
  assert.ok(lines.includes(`     ${link}`));
});

test('long names are cut in the rungs and never in the findings', () => {
  const name = `${'very-long-'.repeat(12)}name.example.com`;
  const cause = finding({
    code: 'dns/nxdomain',
    check: 'dns',
    title: `The name ${name} is wrong.`,
  });
  const outcomes = failedAt('dns', 'name-not-found', { name });
  const lines = linesOf(reportOf({ outcomes }, [cause]));
  assert.ok(lines.slice(0, 3).some((line) => line.includes(name)));
  assert.match(rung(lines, 'dns') ?? '', /very-.*….*\.com does not exist/);
});

test('no finding is dropped: the cause in full, what follows from it folded, the others short', () => {
  const cause = finding({ code: 'tls/sni-required', check: 'tls', detail: 'Detail of the cause.' });
  const folded = finding({
    code: 'tls/hostname-mismatch',
    check: 'tls',
    explainedBy: 'tls/sni-required',
    detail: 'Detail of the folded one.',
  });
  const foldedTwice = finding({
    code: 'tls/self-signed',
    check: 'tls',
    explainedBy: 'tls/hostname-mismatch',
  });
  const orphan = finding({ code: 'tls/old-version', check: 'tls', explainedBy: 'tls/revoked' });
  const ring = [
    finding({ code: 'dns/slow', check: 'dns', explainedBy: 'tcp/slow', severity: 'warning' }),
    finding({ code: 'tcp/slow', check: 'tcp', explainedBy: 'dns/slow', severity: 'warning' }),
  ];
  const findings = [cause, folded, foldedTwice, orphan, ...ring];
  const text = linesOf(reportOf({ outcomes: failedAt('tls', 'closed', {}) }, findings)).join('\n');
  assert.ok(text.includes('Detail of the cause.'));
  assert.ok(!text.includes('Detail of the folded one.'));
  assert.match(text, /Follows from it: tls\/hostname-mismatch/);
  assert.match(text, /Follows from it: tls\/self-signed/);
  for (const { code } of [orphan, ...ring])
    assert.ok(text.includes(`\n    ${code} · observed`), code);
});

test('a warning shows its first remedy, and all of them when verbose', () => {
  const remedies = [{ text: 'First remedy.' }, { text: 'Second remedy.' }];
  const warning = finding({ code: 'dns/slow', check: 'dns', severity: 'warning', remedies });
  const report = reportOf({}, [warning]);
  assert.ok(!linesOf(report).join('\n').includes('Second remedy.'));
  assert.ok(linesOf(report, { verbose: true }).join('\n').includes('Second remedy.'));
});

test('trials that helped come first, at most eight are listed, and the rest is counted', () => {
  const stopped = failedAt('tls', 'closed', {});
  const no = Array.from({ length: 11 }, (_, i) =>
    trial(
      `address-${i}`,
      { label: `address 192.0.2.${i}`, setting: 'address', from: null, to: `192.0.2.${i}` },
      stopped,
      false,
    ),
  );
  const yes = trial(
    'sni',
    { label: 'server name a.example', setting: 'server name', from: null, to: 'a.example' },
    healthy,
    true,
  );
  const report = reportOf({ outcomes: stopped, trials: [...no, yes] });
  const lines = linesOf(report);
  const at = lines.indexOf('  Changed one thing at a time');
  assert.match(lines[at + 1] ?? '', /^ {2}✔ server name a\.example +→ works$/);
  assert.match(lines[at + 8] ?? '', /^ {2}✖ address 192\.0\.2\.6 +→ same$/);
  assert.equal(lines[at + 9], '    and 4 more that did not help');
  const all = linesOf(report, { verbose: true });
  assert.equal(all.filter((line) => line.includes('→ same')).length, 11);
});

test('a trial says how far it got, and whether it failed in another way', () => {
  const stopped = failedAt('tls', 'closed', {});
  const change = { label: 'another x', setting: 'x', from: null, to: null };
  const report = reportOf({
    outcomes: stopped,
    trials: [
      trial('further', change, failedAt('connect', 'connack-refused', {}), true),
      trial('otherwise', change, failedAt('tls', 'tls-alert', {}), false),
      trial('earlier', change, failedAt('tcp', 'refused', {}), false),
    ],
  });
  const lines = linesOf(report).filter((line) => line.includes('another x'));
  assert.match(lines[0] ?? '', /→ gets further: the broker refuses \(CONNACK\)$/);
  assert.match(lines[1] ?? '', /→ no further: the server ends the handshake with an alert$/);
  assert.match(lines[2] ?? '', /→ stops earlier: the connection is refused$/);
});

test('a change is named by its label, and an attempt without a change by its id', () => {
  const change = { label: 'MQTT 3.1.1', setting: 'mqttVersion', from: '5', to: '3.1.1' };
  const outcomes = failedAt('connect', 'closed', {});
  const trials = [trial('a', change, outcomes, false), trial('mqtt-5', null, outcomes, false)];
  const text = linesOf(reportOf({ outcomes, trials })).join('\n');
  assert.match(text, /✖ MQTT 3\.1\.1 {2}→ same\n {2}✖ mqtt-5 +→ same/);
});

test('a healthy run ends by pointing at the client, and claims no message where none was sent', () => {
  const none = {
    ...healthy,
    pubsub: { status: 'not-applicable', reason: 'not asked for' },
  } as const;
  assert.match(linesOf(reportOf()).join(' '), /path and the broker are fine/);
  assert.match(linesOf(reportOf({ outcomes: none })).join(' '), /no message was sent/);
});

test('an inconclusive run says what would tell', () => {
  const text = linesOf(sample('inconclusive')).join(' ').replace(/\s+/g, ' ');
  assert.match(text, /What would tell: .* for client id mqtt-doctor-3f9a/);
  assert.match(text, /The server says: "see ticket 7"/);
});

test('quiet is one line per target, with the code, and the target where there are several', () => {
  const broken = sample('dns');
  assert.equal(
    render([broken], 'text', look({ quiet: true })),
    '✖ The name broker.example.com does not exist. [dns/nxdomain]\n',
  );
  assert.equal(
    render([broken, reportOf()], 'text', look({ quiet: true })),
    '✖ mqtts://broker.example.com:8883: The name broker.example.com does not exist. [dns/nxdomain]\n' +
      '✔ mqtts://broker.example.com:8883: Healthy: connects, signs in and gets its own message back in 212 ms.\n',
  );
});

test('verbose adds chain and TTLs, dials, certificate, CONNACK properties, packets, settings, environment', () => {
  const text = linesOf(sample('tls with trials'), { verbose: true }).join('\n');
  assert.match(text, /broker\.example\.com → lb-7\S+, TTL 60 s/);
  assert.match(text, /192\.0\.2\.12: connected, 50 ms/);
  const well = linesOf(reportOf(), { verbose: true }).join('\n');
  for (const words of [
    'issued by CN=Example Issuing CA',
    'receiveMaximum: 20',
    '→ CONNECT, 62 bytes',
    'mqtt.keepAliveS',
    'openssl',
  ]) {
    assert.ok(well.includes(words), words);
    assert.ok(!linesOf(reportOf()).join('\n').includes(words), words);
  }
});

test('several reports follow each other, each with its verdict', () => {
  const text = render([reportOf(), sample('dns')], 'text', look());
  assert.match(text, /^✔ Healthy[\s\S]*\n\n\n✖ The name/);
});
