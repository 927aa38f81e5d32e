import type { Report } from './diagnostics/diagnostic.js';
import type { Files } from './model/files.js';
import type { Paper } from './model/paper.js';
import { findProfileFault, type OutputProfile } from './pdf/output-profile.js';

/** The press profile of a paper: where it is, and what its printing condition is called. */
export interface PressProfile {
  readonly path: string;
  readonly output: OutputProfile;
}

/** Reads a file of the output profile with this name; where profiles lie is known here alone. */
export function readProfileFile(name: string, extension: 'icc' | 'json', files: Files): ReturnType<Files['read']> {
  return files.read(files.join(files.product, 'icc'), `${name}.${extension}`);
}

/**
 * Reads the paper's output profile, `icc/<name>.icc`, and the description of its printing condition beside it,
 * `icc/<name>.json`. Undefined, and reported, where either is missing or is none.
 */
export function readProfile(paper: Paper, files: Files, report: Report): PressProfile | undefined {
  const { profile: name } = paper.press;
  const profile = readProfileFile(name, 'icc', files);
  const condition = readProfileFile(name, 'json', files);
  const fault = profile.ok ? findProfileFault(profile.bytes) : 'there is no such profile';
  if (!profile.ok || !condition.ok || fault !== undefined) {
    const why = fault ?? 'its printing condition is not described';
    report({
      code: 'bad-profile',
      severity: 'error',
      origin: paper.origin,
      message: `output profile "${name}" cannot be used: ${why}`,
      hint: `put ${name}.icc, a CMYK printer profile, and ${name}.json with its condition into icc/`,
    });
    return undefined;
  }
  const described = JSON.parse(new TextDecoder().decode(condition.bytes)) as Omit<OutputProfile, 'bytes'>;
  return { path: profile.path, output: { ...described, bytes: profile.bytes } };
}
