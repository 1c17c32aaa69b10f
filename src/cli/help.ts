// What --help says below the lists of commands and options. 80 columns.

export const programHelp = `
Examples:
  mqtt-doctor check broker.example.com
  mqtt-doctor check mqtt://192.0.2.7:1883 -u alice --password-file pw.txt
  mqtt-doctor check --help
  mqtt-doctor explain tls/sni-required

${exitCodes()}`;

export function commandHelp(notes: string, examples: readonly string[]): string {
  return `
${notes}

Examples:
${examples.map((example) => `  ${example}`).join('\n')}

${exitCodes()}`;
}

function exitCodes(): string {
  return `Exit codes:
  0    healthy, or degraded (it works, with a warning)
  1    unhealthy, no single layer to name; explain: nothing is known about it
  2    the command line or a file given cannot be used
  3    a bug in mqtt-doctor
  10+  the layer of the cause: 10 dns, 11 tcp, 13 tls, 14 alpn, 15 websocket,
       16 connect, 17 pubsub, 19 protocol
  130  interrupted; what is known is still written`;
}
