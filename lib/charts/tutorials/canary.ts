import { Chart, Size } from 'cdk8s';
import type { Construct } from 'constructs';
import type { NamedContainer } from '../../constructs/container/named-container';
import { Probe } from '../../constructs/container/probe';
import { WorkloadService } from '../../constructs/discovery/workload-service';
import { ingressPeers } from '../../constructs/network/ingress-peers';
import { NetworkAccess } from '../../constructs/network/network-access';
import { Volume } from '../../constructs/storage/volume';
import { CanaryIngress } from '../../constructs/traffic/canary-ingress';
import type { CanaryRules } from '../../constructs/traffic/traffic-intent';
import { ProbedDeployment } from '../../constructs/workload/probed-deployment';
import type { Environment } from '../../environments/environment';
import { imageFrom } from '../../kubernetes/container-image';
import { partOf } from '../../kubernetes/labels';
import { ownNamespace } from './own-namespace';

/** Two versions of one page, and who gets the next one: by weight, by header, by cookie, and by all three. */
export class CanaryChart extends Chart {
  static readonly services = [];
  private readonly v1: ProbedDeployment;
  private readonly v2: ProbedDeployment;

  constructor(scope: Construct, id: string, env: Environment) {
    super(scope, id, { namespace: `${env.namespace}-canary`, labels: partOf('canary', env.name) });
    ownNamespace(this, env);
    this.v1 = this.version(env, 'v1', 2);
    this.v2 = this.version(env, 'v2', 3);

    this.divided(env, 'by-weight', { weightPercent: 10 });
    // another value than sz is passed on to the next rule; the tutorial says that it never gets the canary
    this.divided(env, 'by-header', { rules: [{ header: 'Region', value: 'sz' }] });
    this.divided(env, 'by-pattern', { rules: [{ header: 'Region', pattern: '^(sh|sz)$' }] });
    this.divided(env, 'by-cookie', { rules: [{ cookie: 'vip' }] });
    this.divided(env, 'by-all', { rules: [{ header: 'Region', value: 'sz' }, { cookie: 'vip' }], weightPercent: 10 });
  }

  /** One version, with a page that says which: the tutorial's second one shows the page of nginx, and nobody can tell. */
  private version({ cluster, sizes: { small: size } }: Environment, name: string, replicas: number): ProbedDeployment {
    const page = Volume.emptyDir('app', { sizeLimit: Size.mebibytes(1) });
    const write: NamedContainer = {
      name: 'write-page',
      image: imageFrom('docker.io/library/busybox:1.37'),
      size,
      command: ['/bin/sh', '-c', `echo ${name}-pod > /app/index.html`],
      mounts: [page.at('/app')],
    };
    const workload = new ProbedDeployment(this, `${name}-deployment`, {
      application: 'page',
      image: imageFrom('docker.io/nginxinc/nginx-unprivileged:1.29'),
      size,
      port: 8080,
      readiness: Probe.http('/'),
      liveness: Probe.tcp(),
      replicas,
      initContainers: [write],
      mounts: [page.at('/usr/share/nginx/html', { access: 'readOnly' })],
    });
    new NetworkAccess(workload, 'Access', { workload, allowFrom: ingressPeers(cluster.ingress) });
    return workload;
  }

  /**
   * Both versions on one host. Two of the tutorial's three canaries have another host than the Ingress that they belong to,
   * and get no request; here both come from the same words. All three have one name, and each replaces the one before it.
   * Each has Services of its own: the controller hangs a canary on the stable Service, so every Ingress that shares it would
   * get the canary too.
   */
  private divided({ domain, cluster: { ingress: via } }: Environment, name: string, rules: CanaryRules): void {
    const stable = new WorkloadService(this, `${name}-v1`, { workload: this.v1, name: `${name}-v1` }).backend;
    const backend = new WorkloadService(this, `${name}-v2`, { workload: this.v2, name: `${name}-v2` }).backend;
    new CanaryIngress(this, name, { via, hosts: [`${name}.${domain}`], stable, canary: { backend, ...rules } });
  }
}
