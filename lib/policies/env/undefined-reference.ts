import type { Manifest } from '../../kubernetes/manifest';
import { manifestField, manifestFieldList, manifestFieldText } from '../../kubernetes/manifest-field';
import { namespaceOf } from '../../kubernetes/namespace-of';
import { nearest } from '../../kubernetes/nearest';
import { type RunningPods, runningPods } from '../../kubernetes/running-pods';
import { serviceTargets } from '../../kubernetes/service-targets';
import { serviceVariables } from '../../kubernetes/service-variables';
import type { Rule, Violation } from '../rule';

/** What Kubernetes takes for a variable; two dollars are one. */
const REFERENCE = /\$\$|\$\(([-._a-zA-Z][-._a-zA-Z0-9]*)\)/g;

/** Variables of a Service, whichever it is. */
const OF_SERVICE = /_(SERVICE_HOST|SERVICE_PORT(_[A-Z0-9_]+)?|PORT(_\d+_(TCP|UDP|SCTP)(_(ADDR|PORT|PROTO))?)?)$/;

/**
 * A variable that is made of others finds them: those above it in the list, and those of Services. What envFrom brings is
 * not known, and nothing is said; nor of Services, where none of the namespace is among the objects.
 */
export const undefinedReference: Rule = {
  id: 'undefined-reference',
  severity: 'warning',
  level: 'baseline',
  why: 'a name that is not there is handed on as it stands: the program gets the text $(NAME)',
  mend: 'define the variable above, or write the name that it has; what comes from the image is not known to Kubernetes',
  source: 'https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/',
  misconceptions: [
    {
      claim: '$(MYAPP_SERVICE_HOST) is the address of the Service myapp-service.',
      truth: 'it is that of a Service myapp; of myapp-service it is MYAPP_SERVICE_SERVICE_HOST',
      source: 'https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables',
    },
    {
      claim: 'Every container gets variables of every Service.',
      truth: 'of those of its namespace that were there before the Pod, and only where enableServiceLinks is not false',
      source: 'https://kubernetes.io/docs/tutorials/services/connect-applications-service/#environment-variables',
    },
    {
      claim: 'Variables such as DATABASE_HOST are made by Kubernetes.',
      truth: 'a variable without the name of a Service in it is one that somebody wrote into the manifest',
      source: 'https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/',
    },
  ],
  examples: {
    bad: `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  containers:
    - { name: web, image: "web:1", env: [{ name: URL, value: "http://$(HOST)/" }, { name: HOST, value: db }] }
`,
    good: `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  containers:
    - { name: web, image: "web:1", env: [{ name: HOST, value: db }, { name: URL, value: "http://$(HOST)/" }] }
`,
  },
  check: (objects) =>
    runningPods(objects).flatMap((pods) => {
      const linked = linkedVariables(pods, objects);
      return ['containers', 'initContainers'].flatMap((list) =>
        manifestFieldList(pods.spec, list).flatMap((container, index) =>
          unresolved(container, `${pods.path}.${list}[${index}]`, linked).map((found) => ({
            object: pods.object,
            ...found,
          })),
        ),
      );
    }),
};

/** Names that Services bring; nothing where they are not known. */
function linkedVariables({ namespace, spec }: RunningPods, objects: readonly Manifest[]): string[] | undefined {
  const cluster = ['KUBERNETES_SERVICE_HOST', 'KUBERNETES_SERVICE_PORT', 'KUBERNETES_SERVICE_PORT_HTTPS'];
  if (manifestField(spec, 'enableServiceLinks') === false) return cluster;
  const services = objects.filter(
    (object) => object.apiVersion === 'v1' && object.kind === 'Service' && namespaceOf(object) === namespace,
  );
  if (services.length === 0) return undefined;
  return [...cluster, ...services.flatMap(variablesOf)];
}

function variablesOf(service: Manifest): string[] {
  if (manifestField(service, 'spec.clusterIP') === 'None' || manifestField(service, 'spec.type') === 'ExternalName') {
    return [];
  }
  const names = serviceTargets(service).flatMap(({ name }) => (typeof name === 'string' ? name : []));
  const { host, port, ports } = serviceVariables(service.metadata.name ?? '', names);
  const link = host.replace(/_SERVICE_HOST$/, '_PORT');
  const dockers = serviceTargets(service).flatMap(({ port: number, protocol }) =>
    ['', '_PROTO', '_PORT', '_ADDR'].map((end) => `${link}_${number}_${protocol}${end}`),
  );
  return [host, port, ...Object.values(ports), link, ...dockers];
}

function unresolved(container: unknown, path: string, linked: readonly string[] | undefined) {
  if (manifestFieldList(container, 'envFrom').length > 0) return [];
  const variables = manifestFieldList(container, 'env');
  return variables.flatMap((variable, index): Omit<Violation, 'object'>[] => {
    const got = manifestFieldText(variable, 'value') ?? '';
    const above = variables.slice(0, index).flatMap((one) => manifestFieldText(one, 'name') ?? []);
    const names = [...got.matchAll(REFERENCE)]
      .flatMap(([, name]) => name ?? [])
      .filter((name) => !above.includes(name));
    return names.flatMap((name) => {
      const rule = problemOf(name, linked);
      const mend = mendOf(name, [...above, ...(linked ?? [])]);
      return rule ? [{ field: `${path}.env[${index}].value`, got, rule, mend }] : [];
    });
  });
}

/** `X_SERVICE_PORT` is a number for a Service `x`, and a URL for a Service `x-service`, which Docker's links have as `X_SERVICE_PORT`. */
function problemOf(name: string, linked: readonly string[] | undefined): string | undefined {
  const isLinked = linked?.includes(name) ?? OF_SERVICE.test(name);
  if (!isLinked) return `must be made of variables that are there: ${name} is not`;
  const isUrl =
    numberOf(name) !== name && linked?.includes(numberOf(name)) && !linked.includes(name.replace(/_PORT$/, '_HOST'));
  return isUrl
    ? `must be what it is taken for: ${name} is tcp://ADDRESS:PORT, for programs made for Docker`
    : undefined;
}

/** The variable with the number, where a name is that of a link. */
function numberOf(name: string): string {
  return name.replace(/_SERVICE_(HOST|PORT)$/, '_SERVICE_SERVICE_$1');
}

function mendOf(name: string, known: readonly string[]): string {
  const ofService = known.find((one) => one === numberOf(name) && one !== name);
  const near = ofService ?? nearest(name, known);
  return near ? `write $(${near})` : 'define it above, or write the value itself';
}
