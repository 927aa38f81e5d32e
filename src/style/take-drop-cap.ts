/*
 * In: a story's opening paragraph, styled. Out: the same without its first letter, which stands before it as a drop cap.
 * Where the paragraph does not start with a capital letter it is given back as it is.
 */
import type { DropCapStyle } from '../model/style.js';
import type { RunStyle, StyledParagraph, StyledRun } from '../model/styled.js';

/** What may stand before the letter: quotation marks, an apostrophe, brackets, Spanish opening marks. */
const OPENING = /^["'“”„‟‘’‚‛«»‹›([¿¡]+/u;
/**
 * A capital with its accents. Scripts without capitals are left out on purpose: where letters join, or are set in
 * syllables, a first letter cannot be taken off.
 */
const CAPITAL = /^\p{Lu}\p{M}*/u;
const NEXT_WHITE = /[\s\u00a0\u202f]/u;

type TextRun = Extract<StyledRun, { type: 'text' }>;

/** Takes the first letter out of a paragraph, with the quotation mark before it. */
export function takeDropCap(paragraph: StyledParagraph, style: DropCapStyle): StyledParagraph {
  const [first, ...others] = paragraph.runs;
  if (first?.type !== 'text') return paragraph;
  const quote = OPENING.exec(first.text)?.[0] ?? '';
  const letter = CAPITAL.exec(first.text.slice(quote.length))?.[0];
  if (letter === undefined) return paragraph;
  const rest = first.text.slice(quote.length + letter.length);
  return {
    ...paragraph,
    runs: [...splitFirstWord(rest, first.style, style.firstWord), ...others],
    dropCap: {
      ...(quote === '' ? {} : { quote: { text: quote, style: first.style } }),
      letter,
      style,
      isWord: NEXT_WHITE.test(rest.charAt(0)),
      whole: paragraph.runs,
    },
  };
}

/** The rest of the letter's word is never divided: what is left of it has lost the letters that tell where. */
function splitFirstWord(text: string, style: RunStyle, look: DropCapStyle['firstWord']): TextRun[] {
  const end = text.search(NEXT_WHITE);
  const word = end < 0 ? text : text.slice(0, end);
  const runs: TextRun[] = [
    { type: 'text', text: word, style: openingWordStyle(style, look) },
    { type: 'text', text: text.slice(word.length), style },
  ];
  return runs.filter((run) => run.text !== '');
}

// Lives as long as the paper's styles do and holds nothing that they do not decide.
const openings = new WeakMap<RunStyle, Map<string, RunStyle>>();

/** The look of the letters after the large one. The same arguments always give the same object, as shaping wants it. */
function openingWordStyle(style: RunStyle, look: DropCapStyle['firstWord']): RunStyle {
  const known = openings.get(style) ?? new Map<string, RunStyle>();
  openings.set(style, known);
  const small = look === 'smallcaps' && !style.features.includes('smcp');
  const opening = known.get(look) ?? {
    ...style,
    hyphenate: false,
    features: small ? [...style.features, 'smcp'] : style.features,
  };
  known.set(look, opening);
  return opening;
}
