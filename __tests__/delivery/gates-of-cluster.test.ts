import { gatesOfCluster } from '../../lib/delivery/gates-of-cluster';

test('a cluster says in its metrics what is off', () => {
  const metrics = `# HELP kubernetes_feature_enabled [BETA] This metric records the data about the stage and enablement of a k8s feature.
kubernetes_feature_enabled{name="ImageVolume",stage=""} 1
kubernetes_feature_enabled{name="ProcMountType",stage="BETA"} 0
`;
  expect([...gatesOfCluster(metrics).off]).toEqual(['ProcMountType']);
});
