/** Tools that are not ours, for reading a PDF back: Debian's qpdf, poppler-utils and mupdf-tools. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PACKAGES = {
  qpdf: 'qpdf',
  pdftotext: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  mutool: 'mupdf-tools',
  zbarimg: 'zbar-tools',
} as const;
export type OutsideTool = keyof typeof PACKAGES;

/** Whether a tool is there; says so once on standard error where it is not. */
export function hasTool(tool: OutsideTool): boolean {
  const found = spawnSync(tool, ['--version']).error === undefined;
  if (!found) console.error(`tests with ${tool} are skipped: install the Debian package ${PACKAGES[tool]}`);
  return found;
}

/** Runs a tool over PDF bytes; `@` among the arguments stands for the file. Throws when it fails or complains. */
export function runTool(tool: OutsideTool, pdf: Uint8Array, args: readonly string[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-pdf-'));
  try {
    const file = join(folder, 'issue.pdf');
    writeFileSync(file, pdf);
    const named = args.map((arg) => (arg === '@' ? file : arg));
    const run = spawnSync(tool, named, { maxBuffer: 1 << 28 });
    // Debian builds mutool without ICC, and it says so of every file.
    const complaint = run.stderr.toString().replace(/^warning: ICC support is not available$/m, '');
    if (run.status !== 0 || /error|warning/i.test(complaint)) throw new Error(`${tool}: ${complaint || run.status}`);
    return run.stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A PDF object as qpdf's JSON shows it: names start with "/", text with "u:", references end in " R". */
export type ReadValue = string | number | boolean | null | readonly ReadValue[] | { readonly [key: string]: ReadValue };
export type ReadDictionary = { readonly [key: string]: ReadValue };

export interface ReadPdf {
  readonly trailer: ReadDictionary;
  readonly catalog: ReadDictionary;
  /** Page dictionaries in their order, and their references. */
  readonly pages: readonly ReadDictionary[];
  readonly pageRefs: readonly string[];
  /** Every dictionary of the file, a stream's among them. */
  readonly all: readonly ReadDictionary[];
  /** The dictionary that a reference leads to, or the one given. */
  follow(value: ReadValue | undefined): ReadDictionary;
  /** The plain bytes of a stream. */
  stream(value: ReadValue | undefined): Buffer;
}

type JsonObject = { readonly value?: ReadValue; readonly stream?: { dict: ReadDictionary; data?: string } };

/** Reads a PDF through qpdf, streams decoded. */
export function readPdf(pdf: Uint8Array): ReadPdf {
  const flags = ['--json', '--json-stream-data=inline', '--decode-level=generalized', '@'];
  const json = JSON.parse(runTool('qpdf', pdf, flags).toString());
  const objects = json.qpdf[1] as Readonly<Record<string, JsonObject>>;
  const object = (value: ReadValue | undefined): JsonObject => {
    if (typeof value !== 'string') return { value: value ?? null };
    const found = objects[`obj:${value}`];
    if (found === undefined) throw new Error(`no object ${value}`);
    return found;
  };
  const follow = (value: ReadValue | undefined): ReadDictionary => {
    const { value: plain, stream } = object(value);
    return (stream?.dict ?? plain) as ReadDictionary;
  };
  const trailer = objects.trailer?.value as ReadDictionary;
  const catalog = follow(trailer['/Root']);
  const pageRefs = (json.pages as readonly { object: string }[]).map((page) => page.object);
  return {
    trailer,
    catalog,
    pages: pageRefs.map(follow),
    pageRefs,
    all: Object.values(objects).map(({ value, stream }) => (stream?.dict ?? value) as ReadDictionary),
    follow,
    stream: (value) => Buffer.from(object(value).stream?.data ?? '', 'base64'),
  };
}
