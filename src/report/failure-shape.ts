// The closed vocabulary of failures, as a shape.

import type { FailureCode } from '../failure.ts';
import { type Shape, UnusableReport } from './shape.ts';
import { failureWords } from './words.ts';

export const failureCode: Shape<FailureCode> = (value, place) => {
  // The keys of `failureWords` are the codes.
  if (typeof value === 'string' && Object.hasOwn(failureWords, value)) return value as FailureCode;
  throw new UnusableReport(`${place} is no failure that this version knows`);
};
