/**
 * What stands before a space, or after it, at which no line may end; data for `tie-spaces.ts`. House usage of each
 * language's newspapers. Words are as they are printed, abbreviations with their stop.
 */

export interface TiedWords {
  /** Before a name: "Mr Brown". */
  readonly titles: readonly string[];
  /** Before a number: "p. 12". */
  readonly counters: readonly string[];
  /** After the number of a day, in lower case: "8 July". */
  readonly months: readonly string[];
  /** After a number, beside the units that all languages share: "10 a.m." */
  readonly units: readonly string[];
}

/** Units and signs of currency that may follow a number in any language. */
export const UNITS: readonly string[] = [
  ...['mm', 'cm', 'm', 'km', 'mm²', 'cm²', 'm²', 'km²', 'cm³', 'm³', 'µm', 'nm', 'ha', 'ft', 'yd', 'sq'],
  ...['mg', 'g', 'kg', 't', 'kt', 'Mt', 'oz', 'lb', 'st', 'ml', 'cl', 'dl', 'l', 'hl'],
  ...['s', 'ms', 'min', 'h', 'km/h', 'm/s', 'mph', 'kn', 'rpm', 'Hz', 'kHz', 'MHz', 'GHz'],
  ...[
    'W',
    'kW',
    'MW',
    'GW',
    'TW',
    'Wh',
    'kWh',
    'MWh',
    'GWh',
    'TWh',
    'V',
    'kV',
    'mA',
    'Ah',
    'Ω',
    'J',
    'kJ',
    'MJ',
    'kcal',
  ],
  ...['N', 'kN', 'Nm', 'Pa', 'hPa', 'kPa', 'MPa', 'bar', 'mbar', 'dB', 'lm', 'lx', 'Bq', 'Sv', 'mSv', 'µSv', 'mol'],
  ...['kB', 'KB', 'MB', 'GB', 'TB', 'Mbit/s', 'Gbit/s', 'px', 'pt', 'ppm', 'ppb', 'dpi'],
  ...['°', '°C', '°F', 'K', '%', '‰', '€', '£', '$', '¥', 'kr', 'EUR', 'USD', 'GBP', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN'],
];

const ENGLISH: TiedWords = {
  titles: [
    ...['Mr', 'Mrs', 'Ms', 'Mx', 'Dr', 'Prof', 'Rev', 'Fr', 'St', 'Mt', 'Hon', 'Sir', 'Dame', 'Capt', 'Cdr', 'Col'],
    ...['Gen', 'Lt', 'Maj', 'Sgt', 'Adm', 'Sen', 'Rep', 'Gov', 'Insp', 'Supt'],
  ].flatMap(withStop),
  counters: [
    'p.',
    'pp.',
    'no.',
    'No.',
    'No',
    'nos.',
    'Nos.',
    'vol.',
    'ch.',
    'fig.',
    'art.',
    'c.',
    'ca.',
    '§',
    '§§',
    '№',
  ],
  months: monthsOf('january february march april may june july august september october november december'),
  units: ['am', 'pm', 'a.m.', 'p.m.', 'o’clock', 'bn', 'BC', 'AD', 'BCE', 'CE'],
};

const GERMAN: TiedWords = {
  titles: ['Dr.', 'Prof.', 'Hr.', 'Hrn.', 'Fr.', 'Herr', 'Herrn', 'Frau', 'St.', 'Hl.', 'Ing.', 'Mag.', 'Dipl.-Ing.'],
  counters: ['S.', 'Nr.', 'Nrn.', 'Bd.', 'Abs.', 'Art.', 'Abb.', 'Kap.', 'Z.', 'ca.', '§', '§§', '№'],
  months: monthsOf('januar jänner februar märz april mai juni juli august september oktober november dezember'),
  units: ['Uhr', 'Mio.', 'Mrd.'],
};

const TIED: ReadonlyMap<string, TiedWords> = new Map([
  ['en', ENGLISH],
  ['de', GERMAN],
  [
    'fr',
    {
      titles: ['M.', 'MM.', 'Mme', 'Mmes', 'Mlle', 'Mlles', 'Dr', 'Pr', 'Me', 'Mgr', 'St', 'Ste'],
      counters: ['p.', 'pp.', 'n°', 'nᵒ', 'nos', 'art.', 'vol.', 'chap.', 'fig.', 'env.', '§', '№'],
      months: monthsOf('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
      units: [],
    },
  ],
  [
    'es',
    {
      titles: ['Sr.', 'Sra.', 'Srta.', 'Sres.', 'D.', 'Dña.', 'Dr.', 'Dra.', 'Prof.', 'Lic.', 'Sto.', 'Sta.'],
      counters: ['p.', 'pp.', 'pág.', 'págs.', 'n.º', 'núm.', 'art.', 'vol.', 'cap.', 'fig.', '§', '№'],
      months: ['de'],
      units: [],
    },
  ],
  [
    'it',
    {
      titles: [
        'sig.',
        'sig.ra',
        'sigg.',
        'dott.',
        'dott.ssa',
        'prof.',
        'prof.ssa',
        'avv.',
        'on.',
        'ing.',
        'S.',
      ].flatMap(withCapital),
      counters: ['p.', 'pp.', 'pag.', 'n.', 'art.', 'vol.', 'cap.', 'fig.', '§', '№'],
      months: monthsOf('gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'),
      units: [],
    },
  ],
  [
    'pt',
    {
      titles: ['Sr.', 'Sra.', 'Srs.', 'D.', 'Dr.', 'Dra.', 'Prof.', 'Profa.', 'Eng.', 'Sto.', 'Sta.'],
      counters: ['p.', 'pp.', 'pág.', 'págs.', 'n.º', 'art.', 'vol.', 'cap.', 'fig.', '§', '№'],
      months: ['de'],
      units: [],
    },
  ],
  [
    'nl',
    {
      titles: ['dhr.', 'mevr.', 'mw.', 'dr.', 'drs.', 'prof.', 'ir.', 'ing.', 'ds.', 'mr.'].flatMap(withCapital),
      counters: ['p.', 'blz.', 'nr.', 'art.', 'dl.', 'hfst.', 'afb.', 'ca.', '§', '№'],
      months: monthsOf('januari februari maart april mei juni juli augustus september oktober november december'),
      units: ['uur'],
    },
  ],
  [
    'sv',
    {
      titles: ['dr', 'prof.', 'fru', 'herr', 'S:t', 'S:ta'].flatMap(withCapital),
      counters: ['s.', 'sid.', 'nr', 'kap.', 'kl.', 'ca', '§', '№'],
      months: monthsOf('januari februari mars april maj juni juli augusti september oktober november december'),
      units: ['mkr', 'mdkr'],
    },
  ],
]);

const NONE: TiedWords = { titles: [], counters: ['§', '№'], months: [], units: [] };

/** The words of a language; signs alone for one that is not known. */
export function tiedWordsOf(primaryLanguage: string): TiedWords {
  return TIED.get(primaryLanguage) ?? NONE;
}

function monthsOf(names: string): readonly string[] {
  return names.split(' ');
}

function withStop(title: string): readonly string[] {
  return [title, `${title}.`];
}

function withCapital(title: string): readonly string[] {
  return [title, (title[0] as string).toUpperCase() + title.slice(1)];
}
