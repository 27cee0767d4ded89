import { celRule } from '../cel/cel-rule';

/** Probes and hooks ask their own Pod. */
export const probeHost = celRule({
  id: 'probe-host',
  severity: 'warning',
  level: 'baseline',
  why: 'the kubelet sends the request from the node, to wherever the manifest says',
  mend: 'take host out; for a virtual host, set the header Host',
  source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
  about: 'container',
  expression: `
    [container.?livenessProbe, container.?readinessProbe, container.?startupProbe].all(probe,
      probe.?httpGet.?host.orValue("") == "" && probe.?tcpSocket.?host.orValue("") == "")
    && [container.?lifecycle.?postStart, container.?lifecycle.?preStop].all(hook,
      hook.?httpGet.?host.orValue("") == "" && hook.?tcpSocket.?host.orValue("") == "")`,
  field: 'livenessProbe',
  must: 'must have no host, nor any other probe or hook',
  examples: {
    bad: 'livenessProbe: { httpGet: { host: 169.254.169.254, port: 80 } }',
    good: 'livenessProbe: { httpGet: { port: 80, httpHeaders: [{ name: Host, value: shop.example.com }] } }',
  },
});
