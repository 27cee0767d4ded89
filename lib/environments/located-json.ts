import { type Document, isNode, LineCounter, parseDocument, type YAMLParseError } from 'yaml';
import { invalidValue } from '../kubernetes/invalid-value';
import { InvalidReleases } from './invalid-releases';

/** A JSON file that knows where each of its values stands. */
export class LocatedJson {
  readonly value: unknown;
  private readonly lines = new LineCounter();
  private readonly document: Document;

  /**
   * JSON is YAML, and the parser of YAML knows where each key stands and refuses one that is given twice, which
   * `JSON.parse` drops. What is YAML and no JSON is refused by `JSON.parse`.
   *
   * @throws InvalidReleases with everything that is no JSON
   */
  constructor(
    readonly file: string,
    text: string,
  ) {
    this.document = parseDocument(text, { lineCounter: this.lines, schema: 'json', prettyErrors: false });
    const wrong = this.document.errors.map((error) => this.sentence(error, text));
    if (wrong.length > 0) throw new InvalidReleases(wrong);
    this.value = text.trim() === '' ? null : this.parse(text);
  }

  /** Where a value begins, or the object that lacks it: characters from the beginning of the file. */
  offset(keys: readonly PropertyKey[]): number {
    for (let depth = keys.length; depth > 0; depth--) {
      const node = this.document.getIn(keys.slice(0, depth), true);
      if (isNode(node) && node.range) return node.range[0];
    }
    return -1;
  }

  /** `releases.json:4:12` of a value, or of the object that lacks it. */
  place(keys: readonly PropertyKey[]): string {
    const offset = this.offset(keys);
    return offset < 0 ? this.file : this.at(offset);
  }

  private at(offset: number): string {
    const { line, col } = this.lines.linePos(offset);
    return `${this.file}:${line}:${col}`;
  }

  private sentence({ code, message, pos }: YAMLParseError, text: string): string {
    const [offset] = pos;
    if (code !== 'DUPLICATE_KEY') return `${this.at(offset)}: ${message.replaceAll(':', '')}; mend the JSON there`;
    const field = /^"([^"]*)"/.exec(text.slice(offset))?.[1] ?? 'key';
    return `${this.at(offset)}: ${invalidValue({ field, got: undefined, rule: 'must not be given twice', mend: 'keep one of them' })}`;
  }

  private parse(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch (error) {
      const { message } = error as SyntaxError;
      const offset = /at position (\d+)/.exec(message)?.[1];
      const where = offset === undefined ? this.file : this.at(Number(offset));
      throw new InvalidReleases([
        `${where}: ${message.replace(/ in JSON at position.*| \(line.*/, '')}; mend the JSON there`,
      ]);
    }
  }
}
