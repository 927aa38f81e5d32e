import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/model/line.js';
import type { StyledParagraph } from '../../src/model/styled.js';
import { setCaption } from '../../src/set-caption.js';
import { ORIGIN, story, text, textStyle } from '../style/fixtures.js';

const STYLES = { caption: textStyle({ name: 'caption', align: 'start' }), credit: textStyle({ name: 'credit' }) };

/** Sets words greedily into lines of 20 characters; a line tells its words and how it is aligned. */
function setSimply(paragraph: StyledParagraph | undefined): readonly Line[] {
  if (!paragraph) return [];
  const words = paragraph.runs
    .map((run) => (run.type === 'text' ? run.text : ' '))
    .join('')
    .split(' ');
  const lines: string[] = [];
  for (const word of words) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && longer.length <= 20) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line) => `${line} [${paragraph.style.align}]` as unknown as Line);
}

function set(caption: string, credit: string): readonly unknown[] {
  const picture = { file: 'quay.jpg', focus: [0.5, 0.5] as const, origin: ORIGIN };
  const { source } = story([]);
  const words = (inline: string) => (inline === '' ? [] : [text(inline)]);
  const captioned = story([], {
    source: { ...source, pictures: [picture] },
    captions: [{ lead: [], caption: words(caption), credit: words(credit) }],
  });
  return setCaption(captioned, 0, STYLES, setSimply);
}

describe('a credit', () => {
  it('stands beside the last line of its caption where it fits there whole', () => {
    expect(set('Sheep wait for the ferry', 'J. Marr')).toEqual(['Sheep wait for the [start]', 'ferry J. Marr [start]']);
  });

  it('has a line of its own at the end edge where it would be broken or left over', () => {
    expect(set('Ferries at speed', 'Lotte Brask')).toEqual(['Ferries at speed [start]', 'Lotte Brask [end]']);
    expect(set('Ferries and a crane', 'J. Marr')).toEqual(['Ferries and a crane [start]', 'J. Marr [end]']);
  });

  it('is set like a caption where it is all there is, and a caption is as ever without it', () => {
    expect(set('', 'J. Marr')).toEqual(['J. Marr [start]']);
    expect(set('Sheep', '')).toEqual(['Sheep [start]']);
    expect(set('', '')).toEqual([]);
  });
});
