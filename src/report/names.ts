/** A page as programs read it: a number where the label is one, else the label ("A3"). */
export type PageName = number | string;

/** The name of a page by its printed label. A label such as "03" is no number: it would not come back as it was. */
export function pageName(label: string): PageName {
  return /^(?:0|[1-9]\d{0,8})$/.test(label) ? Number(label) : label;
}

/** `1.opinion`: a slot with the label of its page. */
export function slotName(place: { readonly page: string; readonly slot: string }): string {
  return `${place.page}.${place.slot}`;
}
