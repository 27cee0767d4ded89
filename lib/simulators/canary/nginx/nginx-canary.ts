import { goBoolValue, goIntValue } from '../../../kubernetes/go-value';
import { pcreExpression } from '../expression';
import type { Ingress } from '../ingress';

const PREFIX = 'nginx.ingress.kubernetes.io/';

/** What the canary annotations of an Ingress come to, once the controller has read them. */
export interface NginxCanary {
  readonly weight: number;
  readonly weightTotal: number;
  readonly header: string;
  readonly headerValue: string;
  readonly headerPattern: string;
  readonly cookie: string;
}

/** How the controller reads an Ingress: as a canary, or as any other; and what it silently makes of bad values. */
export interface ReadNginxCanary {
  /** @default - it is an ordinary Ingress */
  readonly canary?: NginxCanary;
  /** Annotations that mean something else than they say. */
  readonly bad: readonly string[];
}

/** What the controller takes in names and values, once spaces are out; anything else is read as if nothing were there. */
const PLAIN = /^[/\-._~a-zA-Z0-9:]*$/;
const PATTERN = /^[A-Za-z0-9/\-._~:^$[\](){}*+?|&=\\]*$/;

/**
 * Reads the canary annotations as the controller does: a value that it does not take is no error, but nothing.
 *
 * @source kubernetes/ingress-nginx@dbb11b9 internal/ingress/annotations/canary/main.go Parse, annotations/parser/validators.go
 */
export function readNginxCanary({ annotations }: Pick<Ingress, 'annotations'>): ReadNginxCanary {
  const bad: string[] = [];
  const noteOf = (name: string) => annotations[PREFIX + name];
  const read = <T>(name: string, parse: (text: string) => T | undefined, otherwise: T): T => {
    const text = noteOf(name);
    if (text === undefined || text === '') return otherwise;
    const value = parse(text.trim());
    if (value === undefined) bad.push(`${name}: ${JSON.stringify(text)} is not taken, and read as ${shown(otherwise)}`);
    return value ?? otherwise;
  };
  const taken = (words: RegExp) => (text: string) => (words.test(text.replace(/\s/g, '')) ? text : undefined);
  const canary = {
    weight: read('canary-weight', goIntValue, 0),
    weightTotal: read('canary-weight-total', goIntValue, 100),
    header: read('canary-by-header', taken(PLAIN), ''),
    headerValue: read('canary-by-header-value', taken(PLAIN), ''),
    headerPattern: read('canary-by-header-pattern', taken(PATTERN), ''),
    cookie: read('canary-by-cookie', taken(PLAIN), ''),
  };
  const enabled = read('canary', goBoolValue, false);
  if (enabled) return { canary, bad };
  const meant =
    canary.weight > 0 || [canary.header, canary.headerValue, canary.headerPattern, canary.cookie].some(Boolean);
  return {
    bad: meant ? [...bad, 'canary is not "true": an ordinary Ingress, whose canary annotations mean nothing'] : bad,
  };
}

/** What a header's pattern says of a value: nothing where PCRE cannot read it. */
export function patternFinds({
  headerPattern,
}: Pick<NginxCanary, 'headerPattern'>): ((value: string) => boolean) | undefined {
  return pcreExpression(headerPattern)?.found;
}

function shown(value: unknown): string {
  return value === '' ? 'nothing' : String(value);
}
