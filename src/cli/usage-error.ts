// Bad input: one sentence and a hint, exit 2. Neither may repeat a value that was typed:
// a password lands behind the wrong flag more often than one would think.

export class UsageError extends Error {
  readonly hint: string;
  constructor(sentence: string, hint: string) {
    super(sentence);
    this.name = 'UsageError';
    this.hint = hint;
  }
}

export const seeHelp = 'mqtt-doctor check --help lists every option.';
