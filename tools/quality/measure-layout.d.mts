/** A figure, and the places where it is at fault. */
export interface Figure {
  readonly value: number;
  readonly faults?: readonly { readonly page: number | string; readonly slot: string; readonly text: string }[];
}

/** What was looked at, and every figure by the name that its goal has. */
export type Figures = Readonly<Record<string, Figure>> & {
  readonly seen: { readonly pages: number; readonly lines: number; readonly words: number };
};

export function measureLayout(layout: unknown): Figures;
