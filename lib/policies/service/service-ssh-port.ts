import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';

/** No Service lets anybody log in. */
export const serviceSshPort = celRule({
  id: 'service-ssh-port',
  severity: 'warning',
  level: 'production',
  why: 'what is changed by hand is gone with the Pod, and the door is open meanwhile',
  mend: 'use kubectl exec or kubectl debug',
  source: 'https://docs.kubelinter.io/#/generated/checks?id=ssh-port',
  about: [SUBJECT_KINDS.Service],
  expression: `
    object.?spec.?ports.orValue([]).all(port, port.?protocol.orValue("TCP") != "TCP"
      || (port.port != 22 && string(port.?targetPort.orValue(port.port)) != "22"))`,
  field: 'spec.ports',
  must: 'must not have port 22, nor lead there',
  examples: {
    bad: `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { ports: [{ port: 2222, targetPort: 22 }] }
`,
    good: `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { ports: [{ port: 80 }] }
`,
  },
});
