import { nameProblem } from '../../kubernetes/names';
import { variableSourceProblem } from '../../kubernetes/variable-source-problem';
import type { Mistake } from '../mistake';
import type { ContainerProps } from './container-props';

/** A name of a Secret, a ConfigMap or a field that Kubernetes would refuse; nothing where all are sound. */
export function referenceMistake({ image, env = {}, config = [] }: ContainerProps): Mistake | undefined {
  const names = [
    ...(image.pullSecret === undefined
      ? []
      : [{ prop: 'image.pullSecret', kind: 'Secret', name: image.pullSecret } as const]),
    ...config.map((source, index) => ({
      prop: `config[${index}]`,
      ...('secret' in source ? { kind: 'Secret', name: source.secret } : { kind: 'ConfigMap', name: source.configMap }),
    })),
  ];
  for (const { prop, kind, name: got } of names) {
    const rule = nameProblem(kind, got);
    if (rule) return { code: 'InvalidName', prop, got, rule, mend: `give the name of a ${kind}` };
  }
  for (const [name, value] of Object.entries(env)) {
    const wrong = typeof value === 'string' ? undefined : variableSourceProblem(value.valueFrom);
    if (wrong) return { code: 'InvalidSource', prop: `env.${name}`, ...wrong };
  }
  return undefined;
}
