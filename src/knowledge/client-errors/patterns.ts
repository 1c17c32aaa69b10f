// Patterns for numbers in logs: after a label, or alone on the line.

/**
 * `rc=-2`, `state: -2`, `return code -2`, or nothing but `-2`. `labels`: alternatives of a
 * regular expression.
 */
export function numbered(
  number: number,
  labels = 'rc|ret|state|status|code|result|reason|error|err',
): RegExp {
  return new RegExp(
    String.raw`(?:^\s{0,9}|\b(?:${labels})[^\w-]{1,4}(?:is |of )?)${number}(?:\s{0,9}$|(?![\w.])(?<=\b(?:${labels})[^\w-]{1,4}(?:is |of )?${number}))`,
    'i',
  );
}

/** `CERTIFICATE_REQUIRED` and `certificate required`. */
export function spelled(words: string): string {
  return words.replaceAll(' ', '[ _]');
}
