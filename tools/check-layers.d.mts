/** What the check came to: how many modules of ours it looked at, and each breach as `from → to (rule)`. */
export function checkLayers(
  folder?: string,
): Promise<{ readonly modules: number; readonly breaches: readonly string[] }>;
