import type { Origin, Report } from '../diagnostics/diagnostic.js';
import type { Files } from '../model/files.js';
import type { FaceId } from '../model/font.js';
import { checkDocument } from './check-document.js';
import { type FamilyInput, fontsSchema } from './fonts-schema.js';
import { problem, reportMiss } from './problem.js';
import { decodeSource } from './source-text.js';
import { readYaml } from './yaml-document.js';

/** A face of the catalogue; its file is not looked for until a style wants it. */
export interface CatalogueFace {
  readonly id: FaceId;
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
  /** As the catalogue writes it. */
  readonly file: string;
  readonly origin: Origin;
}

/** A font family, its faces from light to black, upright before italic. */
export interface Family {
  readonly name: string;
  /** npm package with the files; undefined where they lie in `folder`. */
  readonly package?: string;
  /** Folder of the catalogue file. */
  readonly folder: string;
  readonly fallback: readonly string[];
  readonly faces: readonly CatalogueFace[];
  readonly origin: Origin;
}

/** Families by name. */
export type FontCatalogue = ReadonlyMap<string, Family>;

/**
 * Reads every catalogue file of some folders. A family that two files have is the first one's, so that a paper's own
 * fonts come before the product's. Reports what is wrong in the files.
 */
export function readCatalogue(folders: readonly string[], files: Files, report: Report): FontCatalogue {
  const catalogue = new Map<string, Family>();
  for (const folder of folders) {
    for (const name of files.list(folder)) {
      if (!/\.ya?ml$/.test(name)) continue;
      for (const family of readFamilies(folder, name, files, report)) {
        if (!catalogue.has(family.name)) catalogue.set(family.name, family);
      }
    }
  }
  return catalogue;
}

function readFamilies(folder: string, name: string, files: Files, report: Report): readonly Family[] {
  const answer = files.read(folder, name);
  const file = files.display(answer.path);
  if (!answer.ok) {
    const miss = {
      missing: 'missing-file',
      what: 'font catalogue',
      name,
      hint: 'put it back, or take it out of the folder',
    } as const;
    reportMiss(answer, miss, { file, line: 1, column: 1 }, report);
    return [];
  }
  const source = decodeSource(file, answer.bytes, report);
  const document = source && readYaml(source, report);
  const checked = document && checkDocument(document, fontsSchema, report);
  if (!checked) return [];
  return checked.value.map((family, index) => ({
    name: family.family,
    ...(family.package === undefined ? {} : { package: family.package }),
    folder,
    fallback: family.fallback,
    faces: sortFaces(family, (face) => checked.origin([index, 'faces', face])),
    origin: checked.origin([index]),
  }));
}

function sortFaces(family: FamilyInput, originOf: (face: number) => Origin): readonly CatalogueFace[] {
  const faces = family.faces.map(({ weight, style, file }, index) => {
    const italic = style === 'italic';
    return {
      id: faceId(family.family, weight, italic),
      family: family.family,
      weight,
      italic,
      file,
      origin: originOf(index),
    };
  });
  return faces.sort((a, b) => a.weight - b.weight || Number(a.italic) - Number(b.italic));
}

function faceId(family: string, weight: number, italic: boolean): FaceId {
  return `${family}/${weight}${italic ? 'i' : ''}`;
}

/** Finds the file of a face, as a path that the host can read. Reports `missing-font` where it is not. */
export function findFaceFile(face: CatalogueFace, family: Family, files: Files, report: Report): string | undefined {
  const folder = family.package === undefined ? family.folder : files.packageFolder(family.package);
  if (folder === undefined) {
    const message = `font family "${family.name}" comes in the package "${family.package}", which is not installed`;
    report(problem('missing-font', family.origin, message, `run "npm install ${family.package}"`));
    return undefined;
  }
  if (files.exists(folder, face.file)) return files.join(folder, face.file);
  const answer = files.read(folder, face.file);
  const hint =
    family.package === undefined ? 'put the font file beside the catalogue' : 'see which files the package has';
  if (!answer.ok)
    reportMiss(answer, { missing: 'missing-font', what: 'font file', name: face.file, hint }, face.origin, report);
  return undefined;
}
