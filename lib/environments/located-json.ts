import type { Document, LineCounter, YAMLParseError } from 'yaml';
import { invalidValue } from '../kubernetes/invalid-value';
import { InvalidReleases } from './invalid-releases';

/** What the parser of YAML makes of a file, and how it counts its lines. */
interface Parsed {
  readonly document: Document;
  readonly lines: LineCounter;
}

/**
 * A JSON file that knows where each of its values stands.
 *
 * JSON is YAML, and the parser of YAML knows where each key stands and refuses one that is given twice, which
 * `JSON.parse` drops. It is large, so it is loaded only where something is to be said of a place.
 */
export class LocatedJson {
  readonly value: unknown;
  private parsed?: Parsed;

  /** @throws InvalidReleases with everything that is no JSON */
  constructor(
    readonly file: string,
    private readonly text: string,
  ) {
    this.value = text.trim() === '' ? null : this.parse();
    // what JSON.parse dropped is missing here
    const whole = JSON.stringify(this.value).replace(/\s/g, '') === text.replace(/\s/g, '');
    const wrong = whole ? [] : this.parsedAsYaml().document.errors.map((error) => this.sentence(error));
    if (wrong.length > 0) throw new InvalidReleases(wrong);
  }

  /** Where a value begins, or the object that lacks it: characters from the beginning of the file. */
  offset(keys: readonly PropertyKey[]): number {
    for (let depth = keys.length; depth > 0; depth--) {
      const node = this.parsedAsYaml().document.getIn(keys.slice(0, depth), true) as { range?: [number] } | undefined;
      if (node?.range) return node.range[0];
    }
    return -1;
  }

  /** `releases.json:4:12` of a value, or of the object that lacks it. */
  place(keys: readonly PropertyKey[]): string {
    const offset = this.offset(keys);
    return offset < 0 ? this.file : this.at(offset);
  }

  private parsedAsYaml(): Parsed {
    if (this.parsed) return this.parsed;
    const { LineCounter, parseDocument }: typeof import('yaml') = require('yaml');
    const lines = new LineCounter();
    this.parsed = {
      document: parseDocument(this.text, { lineCounter: lines, schema: 'json', prettyErrors: false }),
      lines,
    };
    return this.parsed;
  }

  private at(offset: number): string {
    const { line, col } = this.parsedAsYaml().lines.linePos(offset);
    return `${this.file}:${line}:${col}`;
  }

  private parse(): unknown {
    try {
      return JSON.parse(this.text);
    } catch (error) {
      const wrong = this.parsedAsYaml().document.errors.map((found) => this.sentence(found));
      throw new InvalidReleases(wrong.length > 0 ? wrong : [this.notJson(error as SyntaxError)]);
    }
  }

  /** YAML that is no JSON: only `JSON.parse` has something to say of it. */
  private notJson({ message }: SyntaxError): string {
    const offset = /at position (\d+)/.exec(message)?.[1];
    const where = offset === undefined ? this.file : this.at(Number(offset));
    return `${where}: ${message.replace(/ in JSON at position.*| \(line.*/, '')}; mend the JSON there`;
  }

  private sentence({ code, message, pos: [offset] }: YAMLParseError): string {
    if (code !== 'DUPLICATE_KEY') return `${this.at(offset)}: ${message.replaceAll(':', '')}; mend the JSON there`;
    const field = /^"([^"]*)"/.exec(this.text.slice(offset))?.[1] ?? 'key';
    const mend = 'keep one of them';
    return `${this.at(offset)}: ${invalidValue({ field, got: undefined, rule: 'must not be given twice', mend })}`;
  }
}
