import type { Figure } from './measure-layout.mjs';

export interface Goal {
  readonly least?: number;
  readonly most?: number;
}

/** A row of the table; `reached` is undefined where there is no goal. */
export interface Row extends Required<Figure> {
  readonly name: string;
  readonly goal?: Goal;
  readonly reached?: boolean;
}

export function judgeFigures(figures: unknown): readonly Row[];
export function sawSomething(figures: unknown): boolean;
