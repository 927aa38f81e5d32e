/** Bundles the package's entry `broadsheet/paragraph` into the folder: its code and its types. */
export function bundleParagraph(folder: string): Promise<void>;
