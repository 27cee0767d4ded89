import { Construct } from 'constructs';
import { k8s } from '../../kubernetes/k8s';
import type { Labels } from '../../kubernetes/labels';
import type { AdmissionPolicyRules } from './admission-policy-rules';

/** Props of `AdmissionPolicy`. */
export interface AdmissionPolicyProps {
  /** Name of both objects, which every refusal names: `prod.pods.deny`. */
  readonly name: string;

  /** Namespace whose objects are held to it. Objects that live in none are told apart by its conditions. */
  readonly namespace: string;

  /**
   * Labels of both objects.
   *
   * @default - the chart's
   */
  readonly labels?: Labels;

  /** What must hold, of which requests. */
  readonly rules: AdmissionPolicyRules;

  /**
   * What the API server does with a request that breaks a rule: refuse it, or let it in and say so, to whoever sent it and in
   * the audit log.
   */
  readonly enforcement: 'deny' | 'warn';
}

/**
 * Rules that the API server holds the objects of a namespace to, whoever sends them.
 *
 * Defines a ValidatingAdmissionPolicy and its ValidatingAdmissionPolicyBinding, both of the same name. An expression that
 * fails counts as a broken rule.
 *
 * @example new AdmissionPolicy(this, 'Pods', { name: 'prod.pods.deny', namespace: 'prod', rules, enforcement: 'deny' });
 */
export class AdmissionPolicy extends Construct {
  /** The policy itself, for what the props do not cover. */
  public readonly policy: k8s.KubeValidatingAdmissionPolicy;
  /** What makes it hold in the namespace. */
  public readonly binding: k8s.KubeValidatingAdmissionPolicyBinding;

  constructor(scope: Construct, id: string, props: AdmissionPolicyProps) {
    super(scope, id);
    const { name, namespace, labels, rules, enforcement } = props;
    this.policy = new k8s.KubeValidatingAdmissionPolicy(this, 'Policy', {
      metadata: { name, labels: { ...labels }, annotations: { [DESCRIPTION]: rules.description } },
      spec: policySpec(rules),
    });
    this.binding = new k8s.KubeValidatingAdmissionPolicyBinding(this, 'Binding', {
      metadata: { name, labels: { ...labels } },
      spec: {
        policyName: name,
        matchResources: { namespaceSelector: { matchLabels: { [NAMESPACE_NAME]: namespace } } },
        validationActions: enforcement === 'deny' ? ['Deny'] : ['Warn', 'Audit'],
      },
    });
  }
}

const DESCRIPTION = 'kubernetes.io/description';

/** The API server writes it to every namespace, and lets nobody change it. */
const NAMESPACE_NAME = 'kubernetes.io/metadata.name';

function policySpec({
  requests,
  conditions,
  variables,
  validations,
}: AdmissionPolicyRules): k8s.ValidatingAdmissionPolicySpec {
  return {
    failurePolicy: 'Fail',
    matchConstraints: {
      matchPolicy: 'Equivalent', // in whatever version an object is sent, it is judged in the one that is named
      resourceRules: requests.map(({ operations, apiGroups, apiVersions, resources }) => ({
        operations: [...operations],
        apiGroups: [...apiGroups],
        apiVersions: [...apiVersions],
        resources: [...resources],
        scope: '*', // written out: kubectl would send the list again at every apply
      })),
    },
    matchConditions: [...conditions],
    variables: [...variables],
    validations: [...validations],
  };
}
