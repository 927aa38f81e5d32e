/** `issue.yaml`: what the desk writes every night. */
import * as z from 'zod';
import { readDate } from './calendar-date.js';
import { name, refuse, text, wholeNumber } from './value-schemas.js';

const date = z
  .string()
  .transform(
    (written, ctx) =>
      readDate(written) ??
      refuse(ctx, `"${written}" is not a day of the calendar`, 'write the date as 2026-07-08', 'bad-date'),
  )
  .meta({ title: 'Date', examples: ['2026-07-08'] });

/** One thing put into a slot. Which keys go together is checked later, where a better answer can be given. */
const content = z.strictObject({
  article: name.optional().describe('An article that starts here'),
  refer: name.optional().describe('A teaser for an article that stands elsewhere'),
  continue: name.optional().describe('An article that goes on here'),
  ad: text.optional().describe('An advertisement: a file of the issue'),
  edition: name.optional().describe('The only edition that the advertisement stands in'),
});

const assignment = z.union([name, content, z.array(z.union([name, content])).min(1)]).meta({
  title: 'Article name, list or mapping',
  examples: ['budget', { refer: 'budget' }, { continue: 'budget' }, 'auto'],
});

const page = z.strictObject({
  template: name.describe('Page template of the paper'),
  section: text.optional().describe('Section, where it is not that of the template'),
  label: z
    .union([text, z.int()])
    .transform(String)
    .optional()
    .describe('Page number as printed, where it is not the key'),
  slots: z.record(name, assignment).default({}).describe('What stands in each slot'),
});

export const issueSchema = z
  .strictObject({
    paper: name.describe('Paper that the issue is one of: a folder of templates/'),
    date: date.describe('Day of publication'),
    weekday: text.optional().describe('Weekday, to be checked against the date'),
    number: wholeNumber.min(1).describe('Number of the issue'),
    editions: z
      .array(
        z
          .string()
          .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/)
          .meta({ title: 'Edition name', examples: ['national'] }),
      )
      .min(1)
      .default(['main'])
      .describe('Editions that are printed'),
    pages: z.record(name, page).describe('Pages by their number, from 1, or by their label, as A1'),
  })
  .describe('One issue: issue.yaml');

export type IssueInput = z.output<typeof issueSchema>;
export type PageEntry = IssueInput['pages'][string];
export type ContentInput = z.output<typeof content>;
export type AssignmentInput = z.output<typeof assignment>;
