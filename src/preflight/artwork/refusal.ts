import type { AdRefusal } from '../../model/ad.js';
import { BeyondLimits } from '../budget.js';

/** What is said of files that only their makers can mend. */
const EXPORT_ANEW = 'ask for it anew, exported as PDF/X-4';

/** Thrown where a file holds what cannot be taken over; ends as a refusal. `message` follows the file's name. */
export class Refusal extends Error {
  readonly hint: string;

  constructor(why: string, hint: string = EXPORT_ANEW) {
    super(why);
    this.hint = hint;
  }
}

/** Does the work, and gives the refusal where one was thrown, or where the file asks for too much. */
export async function refuseOr<T>(work: () => Promise<T>): Promise<T | AdRefusal> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return { type: 'refused', why: error.message, hint: error.hint };
    if (error instanceof BeyondLimits) {
      return { type: 'refused', why: 'asks for more work or memory than an advertisement may', hint: EXPORT_ANEW };
    }
    throw error;
  }
}
