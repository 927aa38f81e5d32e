import type { Report } from '../diagnostics/diagnostic.js';
import type { Paper } from '../model/paper.js';
import type { Checked } from './check-document.js';
import type { PaperInput } from './paper-schema.js';

/** What templates are resolved with. */
export interface TemplateScene {
  readonly paper: Paper;
  /** The paper's file, for the furniture that it defines. */
  readonly input: Checked<PaperInput>;
  readonly report: Report;
}
