import { ControlPlaneChart } from '../../../lib/charts/tutorials/control-plane';
import { chapterOf } from '../../support/chapter';

const { of, problems } = chapterOf(ControlPlaneChart);

test.each(['kube-apiserver', 'kube-scheduler'])('%s is whole, on a node of the control plane, and starts', (name) => {
  const { spec, metadata } = of(`Pod/${name}`);
  expect(problems).toEqual([]);
  expect(spec).toMatchObject({
    hostNetwork: true,
    nodeSelector: { 'node-role.kubernetes.io/control-plane': '' },
    tolerations: [{ key: 'node-role.kubernetes.io/control-plane', operator: 'Exists', effect: 'NoSchedule' }],
    containers: [{ name, image: expect.stringContaining(name) }],
  });
  const flags = spec.containers[0].command.join(' ');
  expect(flags).toMatch(new RegExp(`^${name} --.*=/etc/kubernetes/`));
  expect(flags).not.toMatch(/--feature-gates|--port=/);
  expect(metadata.labels).toMatchObject({ component: name, tier: 'control-plane' });
  expect(metadata.annotations).toHaveProperty('tutorial/needs');
});
