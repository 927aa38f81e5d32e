import type { PartName } from '../model/style.js';

/** Written as a record, so that it fails to compile when the model gains a part that is not here. */
const PARTS: Readonly<Record<PartName, true>> = {
  kicker: true,
  headline: true,
  deck: true,
  byline: true,
  role: true,
  dateline: true,
  body: true,
  crosshead: true,
  item: true,
  quote: true,
  table: true,
  tableHead: true,
  pullquote: true,
  pullquoteBy: true,
  caption: true,
  credit: true,
  jumpTo: true,
  jumpFrom: true,
  jumpHead: true,
  refer: true,
};

/** Every part of a story, each of which has a style. */
export const PART_NAMES = Object.keys(PARTS) as [PartName, ...PartName[]];
