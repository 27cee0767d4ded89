import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { OnboardingFailed } from './onboarding-failed';

/** What becomes of a file that is there already. */
export type Existing = 'kept' | 'overwritten';

/**
 * A file that only its owner can read. It is written beside its place first and put there whole, or not at all; one that is
 * there already is not touched unless that is asked for.
 */
export class PrivateFile {
  /** Where it lies until it is put in its place. */
  readonly draft: string;

  /**
   * @throws OnboardingFailed when there is one already and it is to be kept, or its folder cannot be made
   */
  constructor(
    readonly path: string,
    private readonly existing: Existing,
  ) {
    if (existing === 'kept' && existsSync(path)) throw inTheWay(path);
    this.draft = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}`);
    trying(path, () => mkdirSync(dirname(path), { recursive: true }));
  }

  /** Writes the text beside its place. @throws OnboardingFailed when the disk refuses; nothing is left then */
  write(text: string): void {
    trying(this.path, () => {
      const file = openSync(this.draft, 'wx', 0o600);
      try {
        writeFileSync(file, text);
        fsyncSync(file);
      } catch (error) {
        this.discard();
        throw error;
      } finally {
        closeSync(file);
      }
    });
  }

  /** Puts what was written in its place, at once. @throws OnboardingFailed when another came there in the meantime */
  publish(): void {
    trying(this.path, () => {
      if (this.existing === 'overwritten') renameSync(this.draft, this.path);
      else linkSync(this.draft, this.path); // a rename would replace what came there in the meantime
    });
    this.discard();
  }

  /** Takes away what was written and not published. */
  discard(): void {
    rmSync(this.draft, { force: true });
  }
}

function inTheWay(path: string): OnboardingFailed {
  const mend = 'name another by --out, or give --overwrite: the key in it is lost then';
  return new OnboardingFailed({ field: '--out', got: path, rule: 'must not be there already', mend });
}

function trying(path: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    const { code, message, syscall } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && syscall === 'link') throw inTheWay(path);
    const mend = 'name a file that can be written by --out';
    throw new OnboardingFailed({ field: '--out', got: path, rule: `cannot be written (${code ?? message})`, mend });
  }
}
