/** A text in lines of at most so many columns, each but the first indented: words stay whole. */
export function hanging(text: string, indent: number, columns = Number.POSITIVE_INFINITY): string {
  const width = Math.max(columns - indent, 30);
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join(`\n${' '.repeat(indent)}`);
}
