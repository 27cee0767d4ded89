import { celRule } from '../cel/cel-rule';

/** No container is logged in to. */
export const sshPort = celRule({
  id: 'ssh-port',
  severity: 'warning',
  level: 'production',
  why: 'what is changed by hand is gone with the Pod, and the door is open meanwhile',
  mend: 'use kubectl exec or kubectl debug',
  source: 'https://docs.kubelinter.io/#/generated/checks?id=ssh-port',
  about: 'container',
  expression:
    'container.?ports.orValue([]).all(port, port.containerPort != 22 || port.?protocol.orValue("TCP") != "TCP")',
  field: 'ports',
  must: 'must not have port 22',
  examples: {
    bad: 'ports: [{ containerPort: 22 }]',
    good: 'ports: [{ containerPort: 22, protocol: UDP }, { containerPort: 2222 }]',
  },
});
