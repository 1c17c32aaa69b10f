// Takes secrets out of a line that a user pasted, before it is shown again.

/** Credentials in URLs, and values behind names like `password=`. */
export function maskSecrets(line: string): string {
  return line
    .replace(/(\/\/)[^\s/@]{1,300}@/g, '$1…@')
    .replace(
      /\b(pass(?:word|wd|phrase)?|pwd|token|secret|api[_-]?key|sig)(["']?\s?[=:]\s?)(?!\s)["']?[^\s"',;&]{1,400}/gi,
      '$1$2…',
    );
}
