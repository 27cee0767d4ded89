import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { Probe } from '../../constructs/container/probe';
import { ingressPeers } from '../../constructs/network/ingress-peers';
import { SecretReference } from '../../constructs/secrets/secret-reference';
import { ServiceVersion } from '../../constructs/service/service-version';
import { ServiceIngress } from '../../constructs/traffic/service-ingress';
import type { Backend } from '../../constructs/traffic/traffic-intent';
import type { Environment } from '../../environments/environment';
import { imageFrom } from '../../kubernetes/container-image';
import type { Alb, GatewayApi, IngressNginx, Traefik } from '../../kubernetes/ingress-provider';
import { partOf } from '../../kubernetes/labels';
import { ownNamespace } from './own-namespace';

const probes = { readiness: Probe.http('/'), liveness: Probe.tcp() };

/** The load balancer of Alibaba Cloud; its vSwitches have these addresses. */
const alb: Alb = { provider: 'alb', className: 'alb', sourceCidrs: ['192.168.0.0/24', '192.168.1.0/24'] };

const gateway: GatewayApi = {
  provider: 'gateway-api',
  gateway: { name: 'public', namespace: 'gateways' },
  controllerNamespace: 'gateways',
  headerRegularExpressions: false,
};

const traefik: Traefik = {
  provider: 'traefik',
  entryPoints: { http: 'web', https: 'websecure' },
  controllerNamespace: 'traefik',
  allowCrossNamespace: false,
};

/**
 * Hosts and paths that reach Services from outside. Every Ingress here names its class, in the field: the tutorials write
 * the annotation kubernetes.io/ingress.class, which the API server warns of, or nothing, which no controller answers to.
 */
export class IngressChart extends Chart {
  static readonly services = [];
  private readonly hello: Backend;
  private readonly nginx: Backend;

  constructor(scope: Construct, id: string, env: Environment) {
    super(scope, id, { namespace: `${env.namespace}-ingress`, labels: partOf('ingress', env.name) });
    const { ingress: via } = env.cluster;
    ownNamespace(this, env);
    const allowFrom = [via, alb, gateway, traefik].flatMap(ingressPeers);
    const common = { ...probes, size: env.sizes.small, allowFrom };
    const hello = { name: 'hellok8s', image: imageFrom('registry.cn-hangzhou.aliyuncs.com/ceyewan/hellok8s:v1') };
    const nginx = { name: 'nginx', image: imageFrom('docker.io/nginxinc/nginx-unprivileged:1.29') };
    this.hello = new ServiceVersion(this, 'Hellok8s', { ...common, ...hello, port: 3000 }).service.backend;
    this.nginx = new ServiceVersion(this, 'Nginx', { ...common, ...nginx, port: 8080 }).service.backend;

    this.byPath(env);
    this.byHost(env);
    this.encrypted(env);
    this.whatElse(env);
    this.onTheWay(env);
    this.inOtherWords(env);
  }

  /**
   * One domain, two Services: the longer path first. Whether the host matters is said either way: the tutorial leaves its
   * `host` empty under the comment "by host", and so answers for every one.
   */
  private byPath({ domain }: Environment): void {
    new ServiceIngress(this, 'HelloIngress', {
      via: alb,
      hosts: [`hello.${domain}`],
      service: this.nginx,
      paths: [
        { path: '/hello', type: 'Prefix', backend: this.hello },
        { path: '/', type: 'Prefix' },
      ],
    });
    new ServiceIngress(this, 'Hellok8sIngress', { via: alb, hosts: 'every', service: this.hello });
  }

  /** One Ingress, two hosts: each with a path of its own, or each the whole of it. */
  private byHost({ domain, cluster: { ingress: via } }: Environment): void {
    const [app1, app2] = [`app1.${domain}`, `app2.${domain}`];
    const [foo, bar] = [`foo.${domain}`, `bar.${domain}`];
    new ServiceIngress(this, 'Apps', {
      via,
      hosts: [app1, app2],
      paths: [
        { path: '/foo', type: 'Prefix', hosts: [app1], backend: this.hello },
        { path: '/bar', type: 'Prefix', hosts: [app2], backend: this.nginx },
      ],
    });
    new ServiceIngress(this, 'FooBar', {
      via,
      hosts: [foo, bar],
      paths: [
        { path: '/', type: 'Prefix', hosts: [foo], backend: this.hello },
        { path: '/', type: 'Prefix', hosts: [bar], backend: this.nginx },
      ],
    });
  }

  /**
   * TLS ends at the controller, by a Secret of this namespace: the tutorial makes one in another, and visitors get the
   * controller's own certificate. One certificate for two hosts has to name both (subjectAltName), which `kubectl create
   * secret tls` does not look at. Plain HTTP is redirected; where it shall answer, `plainHttp` says so (the tutorial writes
   * rewrite-target there, which sends every path to /).
   */
  private encrypted({ domain, cluster: { ingress: via } }: Environment): void {
    const [nginx, tomcat] = [`nginx.${domain}`, `tomcat.${domain}`];
    const { name: tlsSecret } = new SecretReference(this, 'AngleTls', { keys: ['tls.crt', 'tls.key'] });
    new ServiceIngress(this, 'IngressTls', {
      via,
      hosts: [nginx, tomcat],
      paths: [
        { path: '/', type: 'Prefix', hosts: [nginx], backend: this.nginx },
        { path: '/', type: 'Prefix', hosts: [tomcat], backend: this.hello },
      ],
      tlsSecret,
    });
    const plainToo = { hosts: [`plain-too.${domain}`], tlsSecret: 'plain-too-tls', plainHttp: 'serve' } as const;
    new ServiceIngress(this, 'PlainToo', { via, service: this.hello, ...plainToo });
  }

  /**
   * What answers where no path matches, and a Service of another namespace. An Ingress names those of its own alone, and
   * `my-service.my-namespace` is refused for its dot: an ExternalName Service stands for the other one.
   */
  private whatElse({ domain, cluster: { ingress: via } }: Environment): void {
    new ServiceIngress(this, 'IngressHttp', {
      via,
      hosts: [`abc.${domain}`],
      paths: [{ path: '/abc', type: 'Prefix', backend: this.hello }],
      defaultBackend: this.nginx,
      backendProtocol: 'HTTP',
    });
    const service = { service: 'my-service', port: 80, namespace: 'my-namespace' };
    new ServiceIngress(this, 'MyIngress', { via, hosts: [`my-service.${domain}`], service });
  }

  /**
   * Limits, other paths, and clients that keep to their Pod. The tutorial's rewrite sends /foo/x to /x, not to /foo/x as it
   * says: the group takes what comes after /foo.
   */
  private onTheWay({ domain, cluster: { ingress: via } }: Environment): void {
    new ServiceIngress(this, 'RateIngress', {
      via,
      hosts: [`limited.${domain}`],
      service: this.hello,
      requestsPerSecondPerClient: 1,
      backendProtocol: 'HTTP',
    });
    new ServiceIngress(this, 'Rewritten', {
      via,
      hosts: [`rewritten.${domain}`],
      service: this.hello,
      paths: [{ path: '/foo/?(.*)', type: 'RegularExpression' }],
      rewrite: { replaceExpressionMatch: '/$1' },
    });
    const hosts = [`sticky.${domain}`];
    new ServiceIngress(this, 'Sticky', { via, hosts, service: this.hello, sessionCookie: { name: 'route' } });
  }

  /**
   * The same route in four dialects: what differs is `via`, a value of the cluster. The tutorials' ingress-nginx was retired
   * in March 2026; an HTTPRoute of Gateway API is what a new cluster takes.
   */
  private inOtherWords({ domain }: Environment): void {
    const nginx: IngressNginx = { provider: 'ingress-nginx', className: 'nginx', controllerNamespace: 'ingress-nginx' };
    for (const via of [nginx, gateway, traefik, alb]) {
      const name = `by-${via.provider}`;
      new ServiceIngress(this, name, { via, hosts: [`${name}.${domain}`], service: this.hello });
    }
  }
}
