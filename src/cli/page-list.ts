/** Most pages that a list may name: more than any issue has, few enough that a typo cannot exhaust memory. */
const MOST_PAGES = 2000;

/**
 * Reads a list of page numbers as people write it, `1,3-5`: ascending, each once. Undefined when it is no such list.
 */
export function readPageList(text: string): readonly number[] | undefined {
  const pages = new Set<number>();
  for (const part of text.split(',')) {
    const range = /^\s*(\d{1,4})\s*(?:-\s*(\d{1,4})\s*)?$/.exec(part);
    if (range === null) return undefined;
    const first = Number(range[1]);
    const last = Number(range[2] ?? range[1]);
    if (first < 1 || last < first || last > MOST_PAGES) return undefined;
    for (let page = first; page <= last; page += 1) pages.add(page);
  }
  return [...pages].sort((a, b) => a - b);
}

/** Writes ascending page numbers as a list, runs as ranges: `1,3-5`. */
export function formatPageList(pages: readonly number[]): string {
  const ranges: { first: number; last: number }[] = [];
  for (const page of pages) {
    const open = ranges.at(-1);
    if (open !== undefined && page === open.last + 1) open.last = page;
    else ranges.push({ first: page, last: page });
  }
  return ranges.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join(',');
}
