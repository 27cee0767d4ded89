import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { AdmissionPolicy } from '../constructs/admission/admission-policy';
import { Tenancy } from '../constructs/tenancy/tenancy';
import type { EnvironmentValues } from '../environments/environment';
import { ENVIRONMENT_LABEL } from '../kubernetes/labels';
import { admissionSpecs } from '../policies/cel/admission-spec';
import { enforcedRules } from '../policies/enforced-rules';

/**
 * What a cluster needs before anything runs in it: each environment's namespace, what governs it, and the rules that the API
 * server holds its objects to.
 *
 * An environment has policies of its own, two for each kind of object at most: what is refused, and what is only warned of.
 * So its rules are as one environment is, applied alone, changed alone, with its own parameters; whoever reads a refusal
 * reads environment, kind and rule; and the cost that an API server allows a policy is spent on one object of one kind.
 */
export class ClusterChart extends Chart {
  constructor(scope: Construct, id: string, environments: readonly EnvironmentValues[]) {
    super(scope, id);
    for (const env of environments) {
      const { name, namespace, cluster, quota, containerDefaults } = env;
      new Tenancy(this, name, {
        namespace,
        environment: name,
        kubernetesVersion: cluster.kubernetesVersion,
        quota,
        containerDefaults,
      });
      this.addPolicies(env);
    }
  }

  private addPolicies({ name: environment, namespace, policies }: EnvironmentValues): void {
    const enforced = enforcedRules(policies);
    for (const enforcement of ['deny', 'warn'] as const) {
      const specs = admissionSpecs(enforced[enforcement], { environment, parameters: policies.parameters });
      for (const { subject, ...rules } of specs) {
        const name = `${environment}.${subject}.${enforcement}`;
        const labels = { [ENVIRONMENT_LABEL]: environment };
        new AdmissionPolicy(this, name, { name, namespace, labels, rules, enforcement });
      }
    }
  }
}
