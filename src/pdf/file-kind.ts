/** Which standard a file keeps to: PDF/X-4 for the press, or PDF/A-2u with PDF/UA-1 for those who read and keep it. */
export type FileKind = 'press' | 'reader';
