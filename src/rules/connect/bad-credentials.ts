// The broker says that the user name or password is wrong, or lets the client in without them.

import { checkAgain } from '../commands.ts';
import { failedToo, flipped } from '../proof.ts';
import { refusal, refusedWith, said } from '../refusal.ts';
import { type Case, defineRule, facts, failureOf } from '../rule.ts';
import { certificateSent, credentialsInWords, credentialsSent } from '../sign-in.ts';

export default defineRule({
  code: 'connect/bad-credentials',
  check: 'connect',
  severity: 'error',
  side: 'client',
  explains: ['connect/not-authorized', 'connect/closed', 'connect/timeout'],
  when: (c) => {
    if (!credentialsSent(c)) return null;
    const answer = refusal(c);
    const without = nothingElseDiffers(c) && flipped(c, 'no-credentials') !== null;
    const mute = ['closed', 'reset', 'timeout'].includes(failureOf(c, 'connect') ?? '');
    // Where the broker gives another reason, a guest gets around that one.
    const fits = answer === null ? mute : refusedWith(c, 4, 5, 134, 135) !== null;
    const proven = without && fits;
    if (!proven && !refusedWith(c, 4, 134)) return null;
    // Brokers that take the user name from the certificate answer the same where there is none.
    const { clientCertificate } = facts(c, 'tls');
    const certificateMissing = clientCertificate?.requested === true && !certificateSent(c);
    const certainty = proven ? 'proven' : certificateMissing ? 'likely' : 'observed';
    return {
      code: answer?.code ?? null,
      sent: credentialsInWords(c),
      certificateMissing,
      certainty,
    };
  },
  say: ({ sent, certificateMissing, certainty }, c) => {
    const answer = refusal(c);
    const seen = answer
      ? `answers with ${said(answer)}`
      : failureOf(c, 'connect') === 'timeout'
        ? 'does not answer'
        : 'hangs up without a CONNACK';
    return {
      title: 'The broker does not accept the user name or password.',
      detail: [
        `CONNECT carries ${sent}, and the broker ${seen}.`,
        ...(certainty === 'proven'
          ? ['Without them, and with everything else the same, it lets the client in.']
          : []),
        ...(certificateMissing
          ? [
              'It also asks for a client certificate, and none is given: brokers that take the user name from the certificate give this answer too.',
            ]
          : []),
      ].join(' '),
      remedies: [
        {
          text: 'Compare user name and password with the account on the broker, character by character: a space or line break at an end, a $ or ! that the shell has replaced, a % in a URL that is not encoded.',
        },
        {
          text: 'Set the password anew on the broker, and put it into a file.',
          command: checkAgain(c.target),
        },
        {
          text: 'Some services take a token or key as password, and a user name of a fixed form: look it up where the service shows how to connect.',
        },
        ...(certificateMissing
          ? [
              {
                text: 'Give the client certificate that belongs to the account.',
                command: checkAgain(c.target, '--cert', 'FILE', '--key', 'FILE'),
              },
            ]
          : []),
      ],
    };
  },
});

/**
 * The trial without credentials comes as a guest: with a client id of its own, no will, a clean
 * session. What of that is new to this client must have failed to help by itself.
 */
function nothingElseDiffers(c: Case): boolean {
  const { clientIdIsOurs, will, cleanStart } = c.target.mqtt;
  return (
    (clientIdIsOurs || failedToo(c, 'client-id-fresh')) &&
    (will === null || failedToo(c, 'no-will')) &&
    (cleanStart || failedToo(c, 'clean-session'))
  );
}
