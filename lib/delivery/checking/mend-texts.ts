import { changeYaml } from '../../kubernetes/yaml/change-yaml';
import { templateIn } from '../../kubernetes/yaml/template-in';
import { UnsafeChange } from '../../kubernetes/yaml/unsafe-change';
import type { Finding } from '../../policies/finding';
import type { ManifestFile } from './manifest-files';

/** A finding that could not be mended, and why. */
export interface Unmended {
  readonly finding: Finding;
  /** A clause: `it is shared: the anchor &labels is around it`. */
  readonly reason: string;
}

/** Texts with the mends of some findings in them, and the findings whose mends could not be written. */
export interface MendedTexts {
  readonly files: readonly ManifestFile[];
  readonly mended: readonly Finding[];
  readonly unmended: readonly Unmended[];
}

/** Writes the mends of findings into the texts that they are of: of each finding all changes, or none. */
export function mendTexts(files: readonly ManifestFile[], findings: readonly Finding[]): MendedTexts {
  const mended: Finding[] = [];
  const unmended: Unmended[] = [];
  const changed = files.map((file) => {
    let text = file.text;
    for (const finding of findings.filter((one) => one.file === file.file)) {
      try {
        text = mendText(text, finding);
        mended.push(finding);
      } catch (error) {
        if (!(error instanceof UnsafeChange)) throw error;
        unmended.push({ finding, reason: error.message });
      }
    }
    return text === file.text ? file : { ...file, text };
  });
  return { files: changed, mended, unmended };
}

function mendText(text: string, { fix }: Finding): string {
  const expression = templateIn(text);
  if (expression) throw new UnsafeChange(`the file is a template: ${expression}`);
  return (fix?.changes ?? []).reduce((mended, change) => changeYaml(mended, fix?.document ?? 0, change), text);
}
