import { celRule } from '../cel/cel-rule';

/** Services have a way to be found dead. */
export const noLivenessProbe = celRule({
  id: 'no-liveness-probe',
  severity: 'info',
  level: 'strict',
  why: 'a program that hangs is never started again; but a careless probe starts a busy one again and again',
  mend: 'set livenessProbe, to an endpoint that depends on nothing else',
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/',
  misconceptions: [
    {
      claim: 'A probe runs a command, sends an HTTP request, or opens a TCP connection.',
      truth: 'grpc asks by the health protocol of gRPC, since Kubernetes 1.27 for good',
      source: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#probe-check-methods',
    },
  ],
  about: 'mainContainer',
  expression: '!(object.kind in ["Deployment", "StatefulSet", "DaemonSet"]) || has(container.livenessProbe)',
  field: 'livenessProbe',
  must: 'must be set',
  examples: {
    bad: `
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "web:1" }] }
`,
    good: `
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "web:1", livenessProbe: { httpGet: { port: 80 } } }] }
`,
  },
});
