// Without the client certificate: is it the certificate that the server dislikes?

import { factsOf, failureIn } from '../evidence.ts';
import { defineTrial, once, wordless } from './trial.ts';

export const noClientCertificate = defineTrial({
  id: 'no-client-certificate',
  label: () => 'no client certificate',
  question: () => 'Does it work without the client certificate?',
  values: ({ target, main }) => {
    const failedInTls = failureIn(main, 'tls') === 'tls-alert' || wordless(failureIn(main, 'tls'));
    const cut = wordless(failureIn(main, 'connect'));
    const shook = factsOf(main, 'tls').serverHello === true;
    return once(Boolean(target.tls?.clientCertificate) && shook && (failedInTls || cut));
  },
  change: (target) =>
    target.tls ? { ...target, tls: { ...target.tls, clientCertificate: false } } : target,
  setting: 'clientCertificate',
  from: ({ tls }) => (tls ? String(tls.clientCertificate) : null),
  upTo: 'connect',
});
