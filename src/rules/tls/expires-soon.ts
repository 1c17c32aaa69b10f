// The certificate is good, for a few more days.

import { defineRule, succeeded } from '../rule.ts';
import { day, daysBetween, leafOf } from './chain.ts';

/** Authorities that renew by themselves do it with a third of the time left. */
const soonDays = 14;

export default defineRule({
  code: 'tls/expires-soon',
  check: 'tls',
  severity: 'warning',
  side: 'server',
  when: (c) => {
    const leaf = leafOf(c);
    if (!leaf || !succeeded(c, 'tls')) return null;
    const days = daysBetween(c.at, Date.parse(leaf.notAfter));
    const lifetime = daysBetween(Date.parse(leaf.notBefore), Date.parse(leaf.notAfter));
    return (
      days >= 0 &&
      days < Math.min(soonDays, lifetime / 4) && {
        days,
        notAfter: leaf.notAfter,
      }
    );
  },
  say: ({ days, notAfter }) => ({
    title: `The server's certificate expires in ${days} days, on ${day(notAfter)}.`,
    detail: 'From that day on clients refuse the connection.',
    remedies: [
      {
        text: 'Renew it, reload the broker, and see why it was not renewed by itself.',
      },
    ],
  }),
});
