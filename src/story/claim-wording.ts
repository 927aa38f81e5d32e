/** How page references are typed in each language; data for `read-claim.ts`. All in lower case. */

export interface ClaimWording {
  /** Words for "page". */
  readonly page: readonly string[];
  /** What may stand before the page where a text goes on there, or is told there. */
  readonly to: readonly string[];
  /** What stands before the page that a text comes from. */
  readonly from: readonly string[];
}

const ENGLISH: ClaimWording = {
  page: ['page', 'p.', 'pg.', 'p'],
  to: [
    'see',
    'see also',
    'turn to',
    'go to',
    'jump to',
    'to',
    'on',
    'continued on',
    'continued to',
    'continues on',
    'continue on',
    'cont. on',
    'cont’d on',
    "cont'd on",
    'story continues on',
    'story on',
    'story',
    'full story',
    'full story on',
    'report',
    'full report',
    'full report on',
    'more on',
    'more',
    'read more on',
    'details on',
    'details',
  ],
  from: ['from', 'continued from', 'continues from', 'carried from', 'cont. from', 'cont’d from', "cont'd from"],
};

const WORDINGS: ReadonlyMap<string, ClaimWording> = new Map([
  ['en', ENGLISH],
  [
    'de',
    {
      page: ['seite', 's.'],
      to: [
        'siehe',
        'siehe auch',
        'auf',
        'mehr auf',
        'mehr',
        'weiter auf',
        'fortsetzung',
        'fortsetzung auf',
        'lesen sie mehr auf',
        'bericht',
        'bericht auf',
        'bericht siehe',
      ],
      from: ['von', 'fortsetzung von'],
    },
  ],
  [
    'fr',
    {
      page: ['page', 'p.'],
      to: [
        'voir',
        'lire',
        'lire aussi',
        'lire la suite',
        'suite',
        'suite en',
        'la suite en',
        'voir en',
        'lire en',
        'à lire en',
        'en',
      ],
      from: ['suite de la', 'de la'],
    },
  ],
  [
    'es',
    {
      page: ['página', 'pág.', 'p.'],
      to: [
        'ver',
        'véase',
        'sigue en',
        'sigue en la',
        'continúa en',
        'continúa en la',
        'pasa a',
        'pasa a la',
        'más en',
        'más en la',
        'en la',
      ],
      from: ['viene de', 'viene de la', 'de la'],
    },
  ],
  [
    'it',
    {
      page: ['pagina', 'pag.', 'p.'],
      to: ['vedi', 'vedi a', 'a', 'segue a', 'continua a', 'servizio a', 'servizi a', 'altro a'],
      from: ['da', 'segue da', 'continua da', 'dalla'],
    },
  ],
  [
    'pt',
    {
      page: ['página', 'pág.', 'p.'],
      to: ['ver', 'ver na', 'continua na', 'continua em', 'leia mais na', 'leia na', 'na', 'mais na'],
      from: ['da', 'continuação da', 'vem da'],
    },
  ],
  [
    'nl',
    {
      page: ['pagina', 'pag.', 'p.'],
      to: [
        'zie',
        'zie ook',
        'op',
        'vervolg op',
        'lees verder op',
        'lees meer op',
        'verder op',
        'meer op',
        'verhaal op',
      ],
      from: ['van', 'vervolg van'],
    },
  ],
  [
    'sv',
    {
      page: ['sidan', 'sid.', 's.'],
      to: ['se', 'på', 'läs mer på', 'fortsätter på', 'fortsättning på', 'mer på'],
      from: ['från', 'fortsättning från'],
    },
  ],
  [
    'fa',
    {
      page: ['صفحه', 'صفحهٔ', 'صفحه‌ی', 'ص'],
      to: ['ادامه در', 'بقیه در', 'در', 'شرح در'],
      from: ['از', 'ادامه از', 'بقیه از'],
    },
  ],
]);

/** The wordings that count in an article of a language: its own, and English, which desks type everywhere. */
export function claimWordingsOf(primaryLanguage: string): readonly ClaimWording[] {
  const own = WORDINGS.get(primaryLanguage);
  return own === undefined || own === ENGLISH ? [ENGLISH] : [own, ENGLISH];
}
