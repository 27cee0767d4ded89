/** What a long work is at, in one line of a terminal that is written over and over. */
export interface ProgressLine {
  readonly say: (words: string) => void;
  /** Takes the line away. */
  readonly end: () => void;
}

/** Milliseconds before it is worth saying, and between two sayings. */
const PATIENCE = 1000;
const PAUSE = 100;

/** Says nothing where nobody looks: in a pipe, or where the work is done at once. */
export function progressLine(stream: NodeJS.WriteStream, now: () => number = Date.now): ProgressLine {
  const from = now();
  let last = 0;
  return {
    say: (words) => {
      if (!stream.isTTY || now() - from < PATIENCE || now() - last < PAUSE) return;
      last = now();
      stream.write(`\r\u001b[K${words}`);
    },
    end: () => {
      if (last > 0) stream.write('\r\u001b[K');
    },
  };
}
