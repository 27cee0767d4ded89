import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { k8s } from '../../kubernetes/k8s';
import { nameProblem } from '../../kubernetes/names';
import { InvalidProp } from '../invalid-prop';
import { objectName } from '../object-name';
import { withDefaults } from '../with-defaults';
import { Subject } from './subject';

/** Props of `WorkloadAccount`. */
export interface WorkloadAccountProps {
  /**
   * Name, which Pods give as their `serviceAccountName`.
   *
   * @default - the construct id in kebab-case
   */
  readonly name?: string;

  /**
   * Whether Pods get a token to the API server as a file, if they do not say themselves. Whoever reads it can do what
   * the account can: only a program that asks the API server needs one.
   *
   * @default 'withheld'
   */
  readonly token?: 'mounted' | 'withheld';

  /**
   * Secrets of type `kubernetes.io/dockerconfigjson` that images of its Pods are pulled with. They are referred to, never
   * written here.
   *
   * @default - none
   */
  readonly pullSecrets?: readonly string[];
}

/** What left-out props become. */
export const DEFAULTS = { token: 'withheld' } as const;

/**
 * Who a workload is to the API server. It may do nothing there until a grant names its `subject`.
 *
 * Defines one ServiceAccount, in the namespace of the chart.
 *
 * @throws InvalidProp `InvalidName`
 * @example
 * const account = new WorkloadAccount(this, 'Controller', { token: 'mounted' });
 * new ProbedDeployment(this, 'Controller', { ..., account });
 * new NamespaceGrant(this, 'Grant', { role: role.reference, to: [account.subject] });
 */
export class WorkloadAccount extends Construct {
  /** The ServiceAccount itself, for what the props do not cover. */
  public readonly account: k8s.KubeServiceAccount;
  public readonly name: string;
  /** Whether Pods that take it get its token. */
  public readonly token: 'mounted' | 'withheld';
  /** The account as a grant names it. */
  public readonly subject: Subject;

  constructor(scope: Construct, id: string, props: WorkloadAccountProps = {}) {
    super(scope, id);
    const { name, token, pullSecrets = [] } = withDefaults(props, { ...DEFAULTS, name: objectName(scope, id) });
    this.requireName('name', 'ServiceAccount', name);
    for (const secret of pullSecrets) this.requireName('pullSecrets', 'Secret', secret);

    this.name = name;
    this.token = token;
    this.subject = Subject.serviceAccount(name, Chart.of(this).namespace ?? 'default');
    this.account = new k8s.KubeServiceAccount(this, 'Account', {
      metadata: { name },
      automountServiceAccountToken: token === 'mounted',
      imagePullSecrets: pullSecrets.length > 0 ? pullSecrets.map((secret) => ({ name: secret })) : undefined,
    });
  }

  private requireName(prop: string, kind: string, got: string): void {
    const rule = nameProblem(kind, got);
    if (rule) throw new InvalidProp('InvalidName', this, { prop, got, rule, mend: 'choose another name' });
  }
}
