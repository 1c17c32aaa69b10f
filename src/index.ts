// The library's face: what `import 'mqtt-doctor'` gives.

export type * from './evidence.ts';
export { type ExamineOptions, examine, type Progress, Stopped } from './examine.ts';
export type * from './failure.ts';
export type * from './finding.ts';
export { type Format, type Look, render } from './render/index.ts';
export { assemble } from './report/assemble.ts';
export type * from './report.ts';
export { diagnose } from './rules/diagnose.ts';
export {
  type Credentials,
  type Material,
  noCredentials,
  type Qos,
  Secret,
  type Target,
  type TlsSettings,
} from './target.ts';
