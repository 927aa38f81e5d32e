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
  /** Label of the page, where each has a file of its own. */
  readonly page?: string;
  readonly bytes: Uint8Array;
}

/** Writes the file of one profile; or, for `pages`, one file a page. */
export async function writeProfile(
  job: PrintJob,
  profile: Profile,
  delivery: 'issue' | 'pages',
  resources: PdfResources,
  report: Report,
): Promise<readonly BuiltPdf[]> {
  if (delivery === 'issue') return [{ profile, bytes: await writeFile(job, profile, resources, report) }];
  const pdfs: BuiltPdf[] = [];
  for (const page of job.pages) {
    const alone = { ...job, title: `${job.title}, ${page.label}`, pages: [page] };
    pdfs.push({ profile, page: page.label, bytes: await writeFile(alone, profile, resources, report) });
  }
  return pdfs;
}

async function writeFile(
  job: PrintJob,
  profile: Profile,
  resources: PdfResources,
  report: Report,
): Promise<Uint8Array> {
  // Loaded late: pdfkit is the slowest import of all, and neither checks nor stopped issues need it.
  const { writePdf } = await import('./pdf/write-pdf.js');
  const kind = profile === 'reader' ? 'reader' : 'press';
  return writePdf(job, kind, resources, report);
}
