import { WorkloadAccount, type WorkloadAccountProps } from '../../../lib/constructs/access/workload-account';
import { BarePod } from '../../../lib/constructs/workload/bare-pod';
import { objectOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';
import { image, size } from '../../support/samples';

function accountOf(props?: WorkloadAccountProps) {
  const chart = testChart();
  new WorkloadAccount(chart, 'OrderController', props);
  return objectOf(chart, 'ServiceAccount');
}

test('all defaults: an account in the namespace of the chart, whose Pods get no token', () => {
  const { metadata, ...fields } = accountOf();
  expect(metadata).toMatchObject({ name: 'order-controller', namespace: 'shop', labels: { environment: 'rehearsal' } });
  expect(fields).toEqual({ apiVersion: 'v1', kind: 'ServiceAccount', automountServiceAccountToken: false });
});

test('name', () => {
  expect(accountOf({ name: 'deployer' }).metadata.name).toBe('deployer');
});

test('token: mounted, for a program that asks the API server', () => {
  expect(accountOf({ token: 'mounted' }).automountServiceAccountToken).toBe(true);
});

test('pullSecrets: what images are pulled with', () => {
  expect(accountOf({ pullSecrets: ['shop-registry'] }).imagePullSecrets).toEqual([{ name: 'shop-registry' }]);
});

test.each([{ name: 'Order_Controller' }, { pullSecrets: ['shop registry'] }])('fails for %j', (props) => {
  expect(refusalOf(() => accountOf(props))).toMatch(/^InvalidName \[test\/OrderController\] (name|pullSecrets): /);
});

test('a workload takes it as it is, with its name and its token', () => {
  const chart = testChart();
  const account = new WorkloadAccount(chart, 'Controller', { token: 'mounted' });
  new BarePod(chart, 'Pod', { image, size, restartPolicy: 'Always', account });
  const { serviceAccountName, automountServiceAccountToken } = objectOf(chart, 'Pod').spec;
  expect({ serviceAccountName, automountServiceAccountToken }).toEqual({
    serviceAccountName: 'controller',
    automountServiceAccountToken: true,
  });
});
