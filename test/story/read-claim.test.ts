import { describe, expect, it } from 'vitest';
import { readClaim } from '../../src/story/read-claim.js';

describe('a typed page reference', () => {
  it.each([
    ['en', 'Page 3 >', 'to', '3'],
    ['en', '8 >', 'to', '8'],
    ['en', '2 >>', 'to', '2'],
    ['en', '12 →', 'to', '12'],
    ['en', 'A3 ▸', 'to', 'A3'],
    ['en', 'page b2 ›', 'to', 'B2'],
    ['en', 'PAGE 3 »', 'to', '3'],
    ['en', 'p. 3 ->', 'to', '3'],
    ['en', 'See page 3', 'to', '3'],
    ['en', 'See page 3.', 'to', '3'],
    ['en', 'Continued on page 3', 'to', '3'],
    ['en', '(Continued on Page A12.)', 'to', 'A12'],
    ['en', 'Continued on A12', 'to', 'A12'],
    ['en', 'See 3 >', 'to', '3'],
    ['en', '▸ Page 3', 'to', '3'],
    ['en', '> From page 3', 'from', '3'],
    ['en', '< From page 3', 'from', '3'],
    ['en', '‹ Continued from page 3', 'from', '3'],
    ['de', 'Seite 3 >', 'to', '3'],
    ['de', 'Fortsetzung auf Seite 3', 'to', '3'],
    ['de', 'Fortsetzung von Seite 1', 'from', '1'],
    ['fr', 'Lire la suite page 3', 'to', '3'],
    ['fr', 'Suite de la page 1', 'from', '1'],
    ['es', 'Sigue en la página 3', 'to', '3'],
    ['es', 'Viene de la página 1', 'from', '1'],
    ['it', 'Segue a pagina 3', 'to', '3'],
    ['pt', 'Continua na página 3', 'to', '3'],
    ['nl', 'Lees verder op pagina 3', 'to', '3'],
    ['sv', 'Läs mer på sidan 3', 'to', '3'],
    ['fa', 'ادامه در صفحه ۳', 'to', '3'],
    ['fa', 'از صفحه ۱۲', 'from', '12'],
    ['de', 'Page 3 >', 'to', '3'],
  ])('%s: %s', (language, text, kind, page) => {
    expect(readClaim(text, language)).toEqual({ kind, page, text });
  });
});

describe('other text with a number in it', () => {
  it.each([
    '8',
    '1984',
    'See 3',
    'He turned to page 3',
    'Page 3 > of the report',
    'More than 12 >',
    'From 3',
    'A4 paper',
    'Route 66 >',
    'Page three >',
    'Page >',
    'Continued on page 3 of the report that nobody has ever read to its end',
    '5 > 3',
    '',
  ])('"%s" is no reference', (text) => {
    expect(readClaim(text, 'en-GB')).toBeUndefined();
  });
});
