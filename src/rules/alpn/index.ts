// Every rule of the layer alpn, one line each.

import type { Rule } from '../rule.ts';
import ignored from './ignored.ts';
import rejected from './rejected.ts';
import required from './required.ts';
import wrongName from './wrong-name.ts';

export const alpnRules: readonly Rule[] = [ignored, rejected, required, wrongName];
