// "Not authorized": for many brokers the one answer to a wrong password and to missing rights.
// It stays undecided here; what tells the two apart is another rule.

import { checkAgain } from '../commands.ts';
import { either } from '../prose.ts';
import { refusedWith, said } from '../refusal.ts';
import { defineRule } from '../rule.ts';
import {
  certificateSent,
  credentialsInWords,
  credentialsSent,
  serverNameMissing,
} from '../sign-in.ts';

export default defineRule({
  code: 'connect/not-authorized',
  check: 'connect',
  severity: 'error',
  side: 'unclear',
  when: (c) => {
    const certificate = certificateSent(c);
    // With a certificate alone there is no password that could be wrong.
    const codes = credentialsSent(c) ? [5, 135] : certificate ? [4, 5, 134, 135] : [];
    const answer = refusedWith(c, ...codes);
    if (!answer) return null;
    const nameless = serverNameMissing(c);
    return { ...answer, certificate, nameless, certainty: nameless ? 'likely' : 'observed' };
  },
  say: ({ certificate, nameless, ...answer }, c) => {
    const { clientIdIsOurs, clientId, will } = c.target.mqtt;
    const shown = [
      ...(credentialsSent(c) ? [credentialsInWords(c)] : []),
      ...(certificate ? ['a client certificate'] : []),
    ].join(' and ');
    const causes = either([
      ...(nameless
        ? ['no server name (SNI) is sent, so it cannot tell which broker is meant']
        : []),
      ...(credentialsSent(c)
        ? ['the user name or password is wrong or has expired (many brokers say it so)']
        : []),
      'the account may not connect: disabled, banned for a while, without rights, or not from this address',
      ...(certificate ? ['no account or policy goes with the certificate'] : []),
      clientIdIsOurs
        ? `the account may use certain client ids only, and "${clientId}" is mqtt-doctor's own`
        : `the account may not use the client id "${clientId}"`,
      ...(will ? [`it may not publish to the topic of the will, "${will.topic}"`] : []),
    ]);
    return {
      title: 'The broker refuses this client as not authorized.',
      detail: `The client shows ${shown}, and the broker answers with ${said(answer)}. That looks the same for several causes: ${causes}.`,
      remedies: [
        ...(nameless
          ? [
              {
                text: 'First have the client send the server name: connect by name instead of by address, or give the name.',
                command: checkAgain(c.target, '--sni', 'NAME'),
              },
            ]
          : []),
        { text: 'Look into the log of the broker at this moment: it knows which of them it is.' },
        ...(credentialsSent(c)
          ? [
              {
                text: 'Compare user name and password with the account on the broker, or set the password anew.',
                command: checkAgain(c.target),
              },
            ]
          : []),
        {
          text: certificate
            ? 'On the broker, see that the certificate is active and has an account or policy that allows to connect.'
            : 'On the broker, see that the account is enabled and may connect.',
        },
        ...(clientIdIsOurs
          ? [
              {
                text: "If the broker ties accounts to client ids, use the client's own; that may throw a client off which is connected with it.",
                command: checkAgain(c.target, '-i', 'ID'),
              },
            ]
          : []),
      ],
    };
  },
});
