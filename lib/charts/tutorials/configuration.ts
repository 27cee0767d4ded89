import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { LiveConfig } from '../../constructs/config/live-config';
import { VersionedConfig } from '../../constructs/config/versioned-config';
import type { ConfigSource } from '../../constructs/container/config-source';
import { Probe } from '../../constructs/container/probe';
import type { VariableValue } from '../../constructs/container/variable-source';
import { LiteralSecret } from '../../constructs/secrets/literal-secret';
import { SecretContent } from '../../constructs/secrets/secret-content';
import { SecretReference } from '../../constructs/secrets/secret-reference';
import { Tenancy } from '../../constructs/tenancy/tenancy';
import { BarePod } from '../../constructs/workload/bare-pod';
import { ProbedDeployment } from '../../constructs/workload/probed-deployment';
import type { Environment } from '../../environments/environment';
import { imageFrom } from '../../kubernetes/container-image';
import { partOf } from '../../kubernetes/labels';
import { NEEDS } from './needs';

const NAMESPACE = 'tutorial-configuration';

const nginx = { image: imageFrom('docker.io/nginxinc/nginx-unprivileged:1.29'), port: 8080 };
const probes = { readiness: Probe.http('/'), liveness: Probe.tcp() };

/** A site that says its one line over HTTP. */
const SITE = `server {
  listen 8080;
  location / {
    default_type text/plain;
    return 200 "configured\\n";
  }
}
`;

/** The same by TLS, with a certificate that lies beside it. */
const TLS_SITE = `server {
  listen 8443 ssl;
  ssl_certificate /etc/nginx/tls/tls.crt;
  ssl_certificate_key /etc/nginx/tls/tls.key;
  ssl_protocols TLSv1.2 TLSv1.3;
  location / {
    default_type text/plain;
    return 200 "configured\\n";
  }
}
`;

/** ConfigMaps and Secrets: as variables one by one, as variables whole, and as files. */
export class ConfigurationChart extends Chart {
  static readonly services = [];

  constructor(scope: Construct, id: string, env: Environment) {
    super(scope, id, { namespace: NAMESPACE, labels: partOf('configuration', env.name) });
    const { kubernetesVersion } = env.cluster;
    new Tenancy(this, 'Tenancy', { ...env, namespace: NAMESPACE, environment: env.name, kubernetesVersion });
    this.variableOfAPod(env);
    this.filesOfAPod(env);
    this.siteOfAPod(env);
    this.versions(env);
    this.secrets(env);
    this.certificate(env);
  }

  /**
   * One key of a ConfigMap as a variable. A bare Pod reads a `LiveConfig`, whose name stays: its own spec cannot be changed.
   * It sees what was there when its container started.
   */
  private variableOfAPod({ sizes: { small: size } }: Environment): void {
    const config = new LiveConfig(this, 'Hellok8sConfig', { data: { URL: 'http://localhost-test:3306' } });
    const image = imageFrom('registry.cn-hangzhou.aliyuncs.com/ceyewan/hellok8s:v3');
    const env = { URL: config.key('URL') };
    new BarePod(this, 'Hellok8s', { image, size, port: 3000, env, restartPolicy: 'Always' });
  }

  /** A text in a ConfigMap, for one Pod as a variable and for another as a file, which follows its changes. */
  private filesOfAPod({ sizes: { small: size } }: Environment): void {
    const data = { 'config-file.txt': 'This is the content of the config file.\n' };
    const config = new LiveConfig(this, 'MyConfig', { data });
    const env = { MY_CONFIG: config.key('config-file.txt') };
    new BarePod(this, 'OneVariable', { ...nginx, size, env, restartPolicy: 'Always' });
    new BarePod(this, 'OneFile', { ...nginx, size, config: [config.asFiles('/etc/config')], restartPolicy: 'Always' });
  }

  /**
   * A site for nginx. It reads `conf.d/*.conf` alone, so the tutorial's `config-file.txt` is a file that nobody reads: a key
   * is a file's name, and has to be one that the program looks for.
   */
  private siteOfAPod({ sizes: { small: size } }: Environment): void {
    const config = new LiveConfig(this, 'Site', { data: { 'default.conf': SITE } });
    new BarePod(this, 'SiteOfAPod', {
      ...nginx,
      size,
      config: [config.asFiles('/etc/nginx/conf.d')],
      restartPolicy: 'Always',
    });
  }

  /**
   * Deployments read a `VersionedConfig`: other content is another ConfigMap, which rolls the Pods that read it, and a
   * rollback finds the old one. The tutorial's Deployment reads the key `my-key` of a ConfigMap without it, and its Pods
   * never start: here a key that is not there is refused.
   */
  private versions({ sizes: { small: size } }: Environment): void {
    const one = new VersionedConfig(this, 'MyKey', { data: { 'my-key': 'my value' } });
    const env = { MY_KEY: one.key('my-key') };
    new ProbedDeployment(this, 'OneKey', { ...nginx, ...probes, size, replicas: 1, env });
    const all = new VersionedConfig(this, 'AllKeys', { data: { MY_KEY: 'my value', LOG_LEVEL: 'info' } });
    new ProbedDeployment(this, 'EveryKey', { ...nginx, ...probes, size, replicas: 1, config: [all.asEnvironment()] });
  }

  /**
   * A Secret as variables, and as files. base64 is no secret: who reads these manifests reads it, so it may stand in them
   * only where nothing is at stake, and the environment says whether that is here.
   */
  private secrets({ sizes: { small: size }, literalSecrets }: Environment): void {
    const content = SecretContent.opaque({ username: 'myuser', password: 'mypass' });
    const secret = new LiteralSecret(this, 'MySecret', { content, literalSecrets });
    const env: Record<string, VariableValue> = { USERNAME: secret.key('username'), PASSWORD: secret.key('password') };
    new ProbedDeployment(this, 'SecretVariables', { ...nginx, ...probes, size, replicas: 1, env });
    const config: ConfigSource[] = [secret.asFiles('/etc/secret')];
    new ProbedDeployment(this, 'SecretFiles', { ...nginx, ...probes, size, replicas: 1, config });
  }

  /**
   * A certificate and its key, which stand in no manifest, not even as the tutorial's placeholders: cert-manager makes them,
   * or an administrator by `kubectl create secret tls`. What is written here is the name of the Secret and its keys.
   */
  private certificate({ sizes: { small: size } }: Environment): void {
    const pair = new SecretReference(this, 'TlsSecret', { keys: ['tls.crt', 'tls.key'] });
    const site = new VersionedConfig(this, 'TlsSite', { data: { 'default.conf': TLS_SITE } });
    new ProbedDeployment(this, 'Https', {
      image: nginx.image,
      size,
      port: 8443,
      portName: 'https',
      replicas: 1,
      readiness: Probe.http('/', { scheme: 'HTTPS' }),
      liveness: Probe.tcp(),
      config: [site.asFiles('/etc/nginx/conf.d'), pair.asFiles('/etc/nginx/tls')],
      podAnnotations: { [NEEDS]: `the Secret ${pair.name}, by kubectl create secret tls` },
    });
  }
}
