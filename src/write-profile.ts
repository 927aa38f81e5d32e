/*
 * In: a print job and what is wanted of it. Out: the file. All profiles are written from one job, so that the press and
 * the reader get the same pages.
 */
import type { Report } from './diagnostics/diagnostic.js';
import type { PrintJob } from './model/display-list.js';
import type { PdfResources } from './pdf/write-pdf.js';

/**
 * What a file is for. `press`: PDF/X-4, for the printer. `reader`: PDF/A-2u and PDF/UA-1 with links, for the archive and
 * the website. `proof`: written even of an issue that is stopped, with its troubles marked.
 */
export type Profile = 'press' | 'reader' | 'proof';

/** A file that was written into memory. */
export interface BuiltPdf {
  readonly profile: Profile;
  readonly bytes: Uint8Array;
}

/** Writes the file of one profile. */
export async function writeProfile(
  job: PrintJob,
  profile: Profile,
  resources: PdfResources,
  report: Report,
): Promise<BuiltPdf> {
  // Loaded late: pdfkit is the slowest import of all, and neither checks nor stopped issues need it.
  const { writePdf } = await import('./pdf/write-pdf.js');
  const kind = profile === 'reader' ? 'reader' : 'press';
  return { profile, bytes: await writePdf(job, kind, resources, report) };
}
