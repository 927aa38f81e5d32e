import {
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  YAMLException,
} from 'js-yaml';
import type { Report } from '../diagnostics/diagnostic.js';
import { problem } from './problem.js';
import type { SourceText } from './source-text.js';
import type { YamlEntry, YamlNode } from './yaml-node.js';

/** A YAML file as values that know their places. */
export interface YamlDocument {
  readonly source: SourceText;
  readonly root: YamlNode;
}

/** Values that a file may hold, aliases counted as often as they are used: a guard against "billion laughs". */
const MOST_VALUES = 100_000;

/**
 * Reads YAML 1.2 with the core types (text, numbers, true, false, null); dates stay text. `part` is the stretch of the
 * source that is YAML (an article's front matter), the whole by default. An empty stretch is the value null.
 *
 * Reports `broken-yaml` for what cannot be parsed, further documents, custom tags, unknown aliases and aliases that
 * expand without measure, and `duplicate-key`; undefined when there was any of them.
 */
export function readYaml(
  source: SourceText,
  report: Report,
  part: { readonly from: number; readonly to: number } = { from: 0, to: source.text.length },
): YamlDocument | undefined {
  const text = source.text.slice(part.from, part.to);
  const events = tryEvents(source, text, part.from, report);
  if (!events) return undefined;
  const composer = new Composer(source, text, part.from, report);
  const root = composer.compose(events);
  return composer.failed ? undefined : { source, root };
}

function tryEvents(source: SourceText, text: string, base: number, report: Report): readonly Event[] | undefined {
  try {
    return parseEvents(text, {});
  } catch (error) {
    // Whatever the parser throws is about the text: it is given nothing else.
    const mark = error instanceof YAMLException ? error.mark : undefined;
    const reason = error instanceof YAMLException ? error.reason : 'it is nested too deeply';
    const at = source.originAt(base + Math.min(mark?.position ?? 0, text.length));
    report(problem('broken-yaml', at, `the YAML cannot be parsed: ${reason.replaceAll("'", '"')}`, syntaxHint(reason)));
    return undefined;
  }
}

function syntaxHint(reason: string): string {
  if (/tab/.test(reason)) return 'indent with spaces, not with tabs';
  if (/deficient/.test(reason)) return 'look for a missing quotation mark, bracket or brace before this place';
  if (/indent/.test(reason)) return 'line the key up with its neighbours; a text with ": " in it needs quotes';
  if (/flow collection/.test(reason)) return 'look for a missing comma, bracket or brace';
  if (/quoted/.test(reason)) return 'look for a missing quotation mark';
  return 'look at the line before, too; a text with ": ", " #" or a leading "@", "*", "&", "%" or "`" needs quotes';
}

/** A collection that is being filled. */
type Open =
  | { readonly type: 'list'; readonly offset: number; readonly anchor: string | undefined; readonly items: YamlNode[] }
  | {
      readonly type: 'map';
      readonly offset: number;
      readonly anchor: string | undefined;
      readonly entries: Map<string, YamlEntry>;
      /** The key that waits for its value; undefined when a key comes next. */
      key: { readonly text: string; readonly offset: number } | undefined;
    };

/** Turns the parser's events into nodes. A class for the life of one reading: its stack, anchors and count. */
class Composer {
  failed = false;
  private root: YamlNode | undefined;
  private readonly stack: Open[] = [];
  private readonly anchors = new Map<string, YamlNode>();
  private values = 0;

  constructor(
    private readonly source: SourceText,
    private readonly text: string,
    private readonly base: number,
    private readonly report: Report,
  ) {}

  compose(events: readonly Event[]): YamlNode {
    let documents = 0;
    for (const event of events) {
      if (event.type === EVENT_ID.DOCUMENT && ++documents > 1) {
        const message = 'the file holds more than one YAML document';
        this.refuse(
          this.root?.offset ?? this.base,
          message,
          'take out the line "---" or "..." in the middle of the file',
        );
        break;
      }
      this.take(event);
      if (this.values > MOST_VALUES) break;
    }
    return this.root ?? emptyScalar(this.base);
  }

  private take(event: Event): void {
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        return;
      case EVENT_ID.SEQUENCE:
        this.checkTag(event);
        this.stack.push({ type: 'list', offset: this.base + event.start, anchor: this.nameOf(event), items: [] });
        return;
      case EVENT_ID.MAPPING:
        this.checkTag(event);
        this.stack.push({
          type: 'map',
          offset: this.base + event.start,
          anchor: this.nameOf(event),
          entries: new Map(),
          key: undefined,
        });
        return;
      case EVENT_ID.SCALAR:
        this.takeScalar(event);
        return;
      case EVENT_ID.ALIAS:
        this.takeAlias(event.anchorStart, event.anchorEnd);
        return;
      case EVENT_ID.POP:
        this.close();
        return;
    }
  }

  private takeScalar(event: ScalarEvent): void {
    this.checkTag(event);
    const text = getScalarValue(this.text, event);
    const offset = this.scalarOffset(event);
    const plain = event.style === SCALAR_STYLE.PLAIN && event.tagStart < 0;
    if (this.takeKey(text, offset, plain)) return;
    const value = plain ? coreValue(text) : text;
    const isEmpty = event.valueStart < 0;
    const written = isEmpty
      ? { from: offset, to: offset }
      : { from: this.base + event.valueStart, to: this.base + event.valueEnd };
    this.place({ type: 'scalar', offset, written, value, size: 1 }, this.nameOf(event));
  }

  /** An empty value has no place of its own: that of its key is the nearest. */
  private scalarOffset(event: ScalarEvent): number {
    const open = this.stack.at(-1);
    if (event.valueStart < 0) return open?.type === 'map' && open.key ? open.key.offset : (open?.offset ?? this.base);
    const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
    return this.base + event.valueStart - (quoted ? 1 : 0);
  }

  /** Keeps the scalar as a key if a mapping waits for one. Whole numbers are one key however they are written. */
  private takeKey(text: string, offset: number, plain: boolean): boolean {
    const open = this.stack.at(-1);
    if (open?.type !== 'map' || open.key) return false;
    const number = plain ? coreValue(text) : text;
    open.key = { text: Number.isSafeInteger(number) ? String(number) : text, offset };
    return true;
  }

  private takeAlias(start: number, end: number): void {
    const name = this.text.slice(start, end);
    const offset = this.base + start - 1;
    const node = this.anchors.get(name);
    if (!node)
      this.refuse(
        offset,
        `no value before is called "&${name}"`,
        `give the value meant the name "&${name}"; an asterisk in text needs quotes`,
      );
    if (this.expectsKey()) {
      this.refuseKey(offset);
      return;
    }
    this.place(node ?? emptyScalar(offset), undefined);
  }

  private close(): void {
    const open = this.stack.pop();
    if (!open) return;
    const { offset } = open;
    if (this.expectsKey()) {
      this.refuseKey(offset);
      return;
    }
    const children = open.type === 'list' ? open.items : [...open.entries.values()].map((entry) => entry.value);
    const size = children.reduce((sum, child) => sum + child.size, 1);
    if (open.type === 'list') this.place({ type: 'list', offset, items: open.items, size }, open.anchor);
    else this.place({ type: 'map', offset, entries: open.entries, size }, open.anchor);
  }

  private place(node: YamlNode, anchor: string | undefined): void {
    if (anchor !== undefined) this.anchors.set(anchor, node);
    if (node.size > MOST_VALUES) {
      this.values = node.size;
      this.refuse(
        node.offset,
        `aliases blow this value up to more than ${MOST_VALUES} values`,
        'write the values out instead of using aliases',
      );
      return;
    }
    const open = this.stack.at(-1);
    if (!open) this.root = node;
    else if (open.type === 'list') open.items.push(node);
    else this.placeEntry(open, node);
  }

  private placeEntry(open: Open & { readonly type: 'map' }, value: YamlNode): void {
    const key = open.key;
    open.key = undefined;
    if (!key) return;
    const first = open.entries.get(key.text);
    if (!first) {
      open.entries.set(key.text, { keyOffset: key.offset, value });
      return;
    }
    const line = this.source.originAt(first.keyOffset).line;
    this.failed = true;
    this.report(
      problem(
        'duplicate-key',
        this.source.originAt(key.offset),
        `"${key.text}" is given twice`,
        `it stands in line ${line} already; take one of them out`,
      ),
    );
  }

  private expectsKey(): boolean {
    const open = this.stack.at(-1);
    return open?.type === 'map' && open.key === undefined;
  }

  private refuseKey(offset: number): void {
    const open = this.stack.at(-1);
    if (open?.type === 'map') open.key = { text: '', offset };
    this.refuse(
      offset,
      'a key must be plain text',
      'write the key as a word; a text that begins with "{" or "[" needs quotes',
    );
  }

  /** Only the plain types are read: a tag would ask for something else. `!!str` says what quotes say. */
  private checkTag(event: { readonly tagStart: number; readonly tagEnd: number }): void {
    if (event.tagStart < 0) return;
    const tag = this.text.slice(event.tagStart, event.tagEnd);
    if (tag === '!!str' || tag === '!') return;
    this.refuse(
      this.base + event.tagStart,
      `the tag "${tag}" is not read here`,
      'take the tag out; a text that begins with "!" needs quotes',
    );
  }

  private nameOf(event: { readonly anchorStart: number; readonly anchorEnd: number }): string | undefined {
    return event.anchorStart < 0 ? undefined : this.text.slice(event.anchorStart, event.anchorEnd);
  }

  private refuse(offset: number, message: string, hint: string): void {
    this.failed = true;
    this.report(problem('broken-yaml', this.source.originAt(offset), message, hint));
  }
}

function emptyScalar(offset: number): YamlNode {
  return { type: 'scalar', offset, written: { from: offset, to: offset }, value: null, size: 1 };
}

const NUMBER = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

/** The value of an unquoted scalar in the core schema (YAML 1.2.2, 10.3.2). */
function coreValue(text: string): string | number | boolean | null {
  switch (text) {
    case '':
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
  }
  const first = text.charCodeAt(0);
  const mayBeNumber = (first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46;
  if (!mayBeNumber) return text;
  if (NUMBER.test(text)) return Number(text);
  if (/^0o[0-7]+$/.test(text)) return Number(text);
  if (/^0x[0-9a-fA-F]+$/.test(text)) return Number(text);
  return coreSpecialFloat(text) ?? text;
}

function coreSpecialFloat(text: string): number | undefined {
  const infinity = /^([-+]?)\.(?:inf|Inf|INF)$/.exec(text);
  if (infinity) return infinity[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return /^\.(?:nan|NaN|NAN)$/.test(text) ? Number.NaN : undefined;
}
