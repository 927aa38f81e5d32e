import { openFiles } from '../host/node-files.js';
import { findProductRoot } from '../host/product-root.js';
import type { Files } from '../model/files.js';
import type { Terminal } from './terminal.js';

/** The disk as a command sees it. */
export function openDisk(terminal: Terminal): Files {
  return openFiles({ workingFolder: terminal.workingFolder, productRoot: findProductRoot() });
}
