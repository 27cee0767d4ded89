import type { Construct } from 'constructs';
import { annotationKeyProblem } from '../../kubernetes/labels';
import { dnsNameProblem, nameProblem } from '../../kubernetes/names';
import { portProblem } from '../../kubernetes/whole-number';
import { InvalidProp } from '../invalid-prop';
import type { Mistake } from '../mistake';

/** A Service by its name and its namespace. */
export interface ServiceOfNamespace {
  readonly service: string;
  readonly namespace: string;
}

/** What an `ExternalService` comes to. */
export interface ResolvedExternal {
  readonly name: string;
  readonly dnsName: string;
  /** As it was given. */
  readonly externalName: string | ServiceOfNamespace;
  /** The name that DNS answers with. */
  readonly target: string;
  /** @default - none */
  readonly port?: number;
  /** @default - none */
  readonly annotations?: Readonly<Record<string, string>>;
}

type Check = (external: ResolvedExternal) => Mistake | undefined;

/**
 * Holds an `ExternalService` against what Kubernetes accepts, and against what DNS could answer.
 *
 * @throws InvalidProp for the first that does not hold
 */
export function requireSoundExternal(scope: Construct, external: ResolvedExternal): void {
  for (const check of [names, target, itself, port]) {
    const wrong = check(external);
    if (wrong) throw new InvalidProp(wrong.code, scope, wrong);
  }
}

const names: Check = ({ name, externalName, annotations = {} }) => {
  const of = typeof externalName === 'string' ? undefined : externalName;
  for (const [prop, got, rule] of [
    ['name', name, nameProblem('Service', name)],
    ['externalName.service', of?.service, of && nameProblem('Service', of.service)],
    ['externalName.namespace', of?.namespace, of && nameProblem('Namespace', of.namespace)],
    ...Object.keys(annotations).map((key) => ['annotations', key, annotationKeyProblem(key)] as const),
  ] as const) {
    if (rule) return { code: 'InvalidName', prop, got, rule, mend: 'choose another name' };
  }
  return undefined;
};

/** It is asked for as it stands: no domain is added to it, so one that ends within the cluster is never found. */
const target: Check = ({ target: got }) => {
  const within = /\.svc\.?$/.test(got) ? 'must be a DNS name in full, with the domain of the cluster' : undefined;
  const rule = dnsNameProblem(got) ?? within;
  const mend =
    'give the name alone, such as "db.example.com", or { service, namespace }; for addresses there is FixedEndpoints';
  return rule ? { code: 'InvalidDnsName', prop: 'externalName', got, rule, mend } : undefined;
};

const itself: Check = ({ target: got, dnsName }) => {
  if (got.replace(/\.$/, '') !== dnsName) return undefined;
  const rule = 'must not be the name of this Service';
  return { code: 'NamesItself', prop: 'externalName', got, rule, mend: 'say what it stands for' };
};

const port: Check = ({ port: got }) => {
  const rule = got === undefined ? undefined : portProblem(got);
  const mend = 'give the port at the other end';
  return rule ? { code: 'OutOfRange', prop: 'port', got, rule, mend } : undefined;
};
