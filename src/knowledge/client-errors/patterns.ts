// Patterns for numbers in logs: after a label, or alone on the line.

/**
 * `rc=-2`, `state: -2`, `return code -2`, or nothing but `-2`. `labels`: alternatives of a
 * regular expression.
 */
export function numbered(
  number: number,
  labels = 'rc|ret|state|status|code|result|reason|error|err',
): RegExp {
  const alone = String.raw`^\s{0,9}${number}\s{0,9}$`;
  const labelled = String.raw`\b(?:${labels})[^\w-]{1,4}(?:is |of )?${number}(?!\w|\.\d)`;
  return new RegExp(`${alone}|${labelled}`, 'i');
}

/** `CERTIFICATE_REQUIRED` and `certificate required`. */
export function spelled(words: string): string {
  return words.replaceAll(' ', '[ _]');
}
