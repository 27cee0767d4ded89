/**
 * The first line of every file that the program writes. It names the file itself, so a copy under another name is its
 * owner's, and whoever opens it learns where it comes from.
 */
export function ownershipLine(file: string): string {
  return `# ${file}: made by "npm run synth"; edits are lost, change lib/ instead\n`;
}

/** Whether a file was written by the program. @param file its path in the output folder @param text its content */
export function isOwned(file: string, text: string): boolean {
  return text.startsWith(ownershipLine(file));
}
