// Recognises services that speak in lines of text, by their greeting or by how they refuse
// what they did not understand.

import type { Service } from '../evidence.ts';
import type { Named, Said } from './said.ts';
import { productIn } from './said.ts';

interface Banner {
  readonly service: Service;
  readonly starts: RegExp;
  /** Its first group. */
  readonly product?: RegExp;
}

const banners: readonly Banner[] = [
  { service: 'ssh', starts: /^SSH-\d+\.\d+-/, product: /^SSH-\d+\.\d+-([^\r\n]*)/ },
  // A bare +OK is also what Redis and NATS answer.
  { service: 'pop3', starts: /^\+OK \S/, product: /(Dovecot|Gpop|Courier|Cyrus POP3 v[\w.-]+)/ },
  {
    service: 'imap',
    starts: /^\* (?:OK|PREAUTH|BYE) /,
    product: /(Dovecot|Gimap|Courier-IMAP|Cyrus IMAP v?[\w.-]+)/,
  },
  // -ERR is also what POP3 and NATS answer: the words after it must be those of Redis.
  {
    service: 'redis',
    starts:
      /^-(?:DENIED Redis|NOAUTH |WRONGPASS |NOPERM |LOADING Redis|MISCONF Redis|BUSY Redis|MASTERDOWN |ERR (?:unknown command|wrong number of arguments|Protocol error|max number of clients))/,
  },
  { service: 'nats', starts: /^INFO \{"/, product: /"version": ?"([^"]*)"/ },
  { service: 'vnc', starts: /^RFB \d{3}\.\d{3}\n/, product: /^RFB ([\d.]+)/ },
  { service: 'rtsp', starts: /^RTSP\/\d\.\d \d{3}/, product: /^server:(.*)$/im },
  // A frame goes on with headers or a blank line; memcached has nothing but the word.
  {
    service: 'stomp',
    starts: /^(?:ERROR|CONNECTED)\r?\n(?:[\w-]+:|\r?\n)/,
    product: /^server:(.*)$/m,
  },
  { service: 'memcached', starts: /^(?:(?:ERROR\r\n)+$|(?:CLIENT|SERVER)_ERROR \w)/ },
];

export function bannerNamed(said: Said): Named | null {
  const banner = banners.find(({ starts }) => starts.test(said.text));
  if (!banner) return replyNamed(said);
  const { service, product } = banner;
  return { service, product: product ? productIn(said, product) : null };
}

const mailProducts =
  /(Postfix|Exim [\d.]+|Sendmail [\d./]+|OpenSMTPD|Haraka [\d.]+|Microsoft ESMTP MAIL Service)/;
const fileProducts =
  /(vsFTPd [\d.]+|ProFTPD [\w.]+|Pure-FTPd|FileZilla Server [\w.]+|Microsoft FTP Service)/i;

/** SMTP and FTP greet with the same codes (RFC 5321 §4.2, RFC 959 §5.4): their words decide. */
function replyNamed(said: Said): Named | null {
  if (!/^(?:220|421|554)[ -]/.test(said.text)) return null;
  // Whole lines without host names: a server greets with its own, which may well be `ftp.` or
  // `smtp.` something.
  const lines = said.text.slice(0, said.text.lastIndexOf('\n') + 1);
  const words = lines.replace(/\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b/gi, ' ');
  const mail = /\b(?:ESMTP|SMTP|LMTP)\b/i.test(words);
  const file = /\bFTP\b|FTPd\b|\bFileZilla\b/i.test(words);
  if (mail === file) return null;
  return {
    service: mail ? 'smtp' : 'ftp',
    product: productIn(said, mail ? mailProducts : fileProducts),
  };
}
