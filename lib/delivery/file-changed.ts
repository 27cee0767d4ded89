/** A file that is to be replaced is not any more as it was read: nothing was written. */
export class FileChanged extends Error {
  constructor(readonly file: string) {
    super(`${file}: must be as it was read, and UTF-8: it was left alone; run the command again`);
    this.name = 'FileChanged';
  }
}
