import type { Edition } from '../model/edition.js';
import { describeLayout } from './describe-layout.js';

/** The layout of an edition as JSON text on one line, with a line feed at the end. It holds every set line. */
export function writeLayout(edition: Edition): string {
  return `${JSON.stringify(describeLayout(edition))}\n`;
}
