import type { Json, JsonObject } from '../../kubernetes/manifest';
import { type Fill, filled } from './filled';
import { objectOr } from './object-or';

const MODE = { defaultMode: 0o644 };
const CEPH = { pool: 'rbd', user: 'admin', keyring: '/etc/ceph/keyring' };

/** @source kubernetes@1.36 pkg/apis/core/v1/defaults.go SetDefaults_Container */
const container: Fill = (given) => ({
  terminationMessagePath: '/dev/termination-log',
  terminationMessagePolicy: 'File',
  imagePullPolicy: isLatest(String(given.image ?? '')) ? 'Always' : 'IfNotPresent',
  ...given,
});

/** Without a tag and a digest "latest" is meant. */
function isLatest(image: string): boolean {
  return /:latest(@|$)/.test(image) || !/[:@][^/]*$/.test(image);
}

/** The older name of the account is written beside the newer one by the server. */
const podSpec: Fill = ({ serviceAccount, ...given }) => ({
  dnsPolicy: 'ClusterFirst',
  restartPolicy: 'Always',
  schedulerName: 'default-scheduler',
  securityContext: {},
  terminationGracePeriodSeconds: 30,
  ...(serviceAccount !== undefined && { serviceAccountName: serviceAccount }),
  ...given,
});

/** What is filled in for Pods alone, not for templates of them: requests are limits where only those are given. */
const pod: Fill = ({ spec: given, ...rest }) => {
  const spec = objectOr(given);
  const lists = ['containers', 'initContainers'].filter((list) => Array.isArray(spec[list]));
  const requested = lists.map((list) => [list, (spec[list] as readonly Json[]).map(withRequests)]);
  return { ...rest, spec: { enableServiceLinks: true, ...spec, ...Object.fromEntries(requested) } };
};

function withRequests(given: Json): JsonObject {
  const container = objectOr(given);
  const resources = objectOr(container.resources);
  if (resources.limits === undefined) return container;
  const requests = { ...objectOr(resources.limits), ...objectOr(resources.requests) };
  return { ...container, resources: { ...resources, requests } };
}

/** A volume that says nothing but its name is an empty folder. */
const volume: Fill = (given) => (Object.keys(given).length > 1 ? given : { ...given, emptyDir: {} });

/** What the API server fills in of Pods and templates of them, by type. */
export const POD_DEFAULTS: readonly (readonly [string, Fill])[] = [
  ['core.v1.Pod', pod],
  ['core.v1.PodSpec', podSpec],
  ['core.v1.Container', container],
  ['core.v1.ContainerPort', filled({ protocol: 'TCP' })],
  ['core.v1.Probe', filled({ timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 })],
  ['core.v1.HTTPGetAction', filled({ path: '/', scheme: 'HTTP' })],
  ['core.v1.ObjectFieldSelector', filled({ apiVersion: 'v1' })],
  ['core.v1.Volume', volume],
  ['core.v1.SecretVolumeSource', filled(MODE)],
  ['core.v1.ConfigMapVolumeSource', filled(MODE)],
  ['core.v1.DownwardAPIVolumeSource', filled(MODE)],
  ['core.v1.ProjectedVolumeSource', filled(MODE)],
  ['core.v1.ServiceAccountTokenProjection', filled({ expirationSeconds: 3600 })],
  ['core.v1.ISCSIVolumeSource', filled({ iscsiInterface: 'default' })],
  ['core.v1.ISCSIPersistentVolumeSource', filled({ iscsiInterface: 'default' })],
  ['core.v1.RBDVolumeSource', filled(CEPH)],
  ['core.v1.RBDPersistentVolumeSource', filled(CEPH)],
  [
    'core.v1.AzureDiskVolumeSource',
    filled({ cachingMode: 'ReadWrite', fsType: 'ext4', kind: 'Shared', readOnly: false }),
  ],
];
