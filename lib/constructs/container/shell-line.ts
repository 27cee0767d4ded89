const SHELL = /^(\/usr)?(\/bin\/)?(a|ba|da)?sh$/;

/** The line that a shell is told to run, of `sh -c line`; nothing where no shell is. */
export function shellLine([program = '', flag = '', line = '']: readonly string[]): string | undefined {
  return SHELL.test(program) && /^-[a-z]*c$/.test(flag) ? line : undefined;
}
