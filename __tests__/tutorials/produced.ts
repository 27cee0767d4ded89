import { parseAllDocuments } from 'yaml';
import { synthesize } from '../../lib/delivery/synthesize';
import { TUTORIALS } from '../../lib/delivery/tutorials';
import { program } from '../../main';

/** An object that the program writes, and where. */
export interface Produced {
  /** Chapter of the tutorials; none for what is in dist/. */
  readonly chapter?: string;
  // biome-ignore lint/suspicious/noExplicitAny: a manifest holds what its kind says
  readonly object: any;
}

/** Everything that the tutorials' chapters and dist/ hold. */
export function produced(): readonly Produced[] {
  const objectsOf = (text: string) => parseAllDocuments(text).map((document) => document.toJS());
  return [
    ...[...synthesize(TUTORIALS)].flatMap(([file, text]) =>
      objectsOf(text).map((object) => ({ chapter: file.split('.')[1], object })),
    ),
    ...[...synthesize(program).values()].flatMap((text) => objectsOf(text).map((object) => ({ object }))),
  ];
}
