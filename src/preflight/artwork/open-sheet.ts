/*
 * In: the bytes of a PDF sent as an advertisement. Out: its one page, read within limits that are narrower than those of a
 * whole paper. Throws a `Refusal` where there is none.
 */
import type { AdRefusal, AdSheet, SheetBox } from '../../model/ad.js';
import type { PageBoxName } from '../../model/picture.js';
import type { Inflate } from '../../model/preflight.js';
import { type Budget, openBudget } from '../budget.js';
import { parsePdf } from '../parse-pdf.js';
import { asDict, resolve } from '../pdf-objects.js';
import { type PdfPage, readPages } from '../read-pages.js';
import { openUnpacker, type Unpack } from '../unpack-stream.js';
import { Refusal, refuseOr } from './refusal.js';

/** The largest file that is taken, and the most that all of its streams together may unpack to. */
const MOST_FILE_BYTES = 100_000_000;
const MOST_UNPACKED_BYTES = 120_000_000;

/** An advertisement's page with what it takes to read on. */
export interface OpenSheet {
  readonly page: PdfPage;
  readonly unpack: Unpack;
  readonly budget: Budget;
}

/** The boxes that a page may be cut to, the likeliest first. */
const BOXES: readonly PageBoxName[] = ['TrimBox', 'BleedBox', 'ArtBox', 'CropBox', 'MediaBox'];

/** Looks at a file: the sizes that its page may be meant to have. Any bytes are safe. */
export function readSheet(bytes: Uint8Array, inflate: Inflate): Promise<AdSheet | AdRefusal> {
  return refuseOr(async () => {
    const { page } = await openSheet(bytes, inflate);
    const boxes = BOXES.flatMap((name) => sizeOf(page, name) ?? []);
    if (boxes.length === 0) throw new Refusal('has a page without a size');
    return { type: 'sheet', boxes };
  });
}

/** Size of the page as it is seen: turned, and in points. */
function sizeOf({ boxes, rotate, userUnit }: PdfPage, name: PageBoxName): SheetBox | undefined {
  const box = boxes[name];
  if (!box) return undefined;
  const across = (box[2] - box[0]) * userUnit;
  const up = (box[3] - box[1]) * userUnit;
  if (!(across > 0 && up > 0 && across < LONGEST && up < LONGEST)) return undefined;
  const lies = (rotate / 90) % 2 !== 0;
  return { name, width: lies ? up : across, height: lies ? across : up };
}

/** No page of any paper is longer, in points: 5 metres. */
const LONGEST = 14_400;

/** Opens a file for reading on. */
export async function openSheet(bytes: Uint8Array, inflate: Inflate): Promise<OpenSheet> {
  if (bytes.length > MOST_FILE_BYTES) throw new Refusal(`is larger than ${MOST_FILE_BYTES / 1e6} MB`);
  const budget = openBudget();
  const unpack = openUnpacker(boundInflate(inflate), budget);
  const parsed = await parsePdf(bytes, unpack, budget);
  if (parsed.type === 'refused') throw new Refusal(`cannot be read: ${parsed.why}`);
  const { context } = parsed;
  if (context.trailerInfo.Encrypt !== undefined) throw new Refusal('is encrypted', 'ask for it without a password');
  const catalog = asDict(resolve(context, context.trailerInfo.Root));
  if (!catalog) throw new Refusal('cannot be read: it has no catalog');
  const { pages, faults } = readPages(catalog, budget);
  const [page] = pages;
  if (!page || faults.length > 0) throw new Refusal(`cannot be read: ${faults[0]}`);
  if (pages.length > 1) throw new Refusal(`has ${pages.length} pages`, 'send each page as a file of its own');
  if (page.rotate % 90 !== 0) throw new Refusal(`has a page turned by ${page.rotate}°`);
  return { page, unpack, budget };
}

/** Lets all streams of a file together unpack to no more than an advertisement needs. */
export function boundInflate(inflate: Inflate): Inflate {
  let left = MOST_UNPACKED_BYTES;
  return (packed, mostBytes) => {
    const answer = inflate(packed, Math.max(1, Math.min(mostBytes, left)));
    if (answer.type === 'whole' || answer.type === 'cut-short') left -= answer.bytes.length;
    return answer;
  };
}
