import type { Json, JsonObject, Manifest } from '../../kubernetes/manifest';
import { manifestField, manifestFieldList, manifestFieldObject } from '../../kubernetes/manifest-field';
import { podOf } from '../../kubernetes/pod-of';

/** What a Service was given, and keeps where a later manifest says nothing of it. */
const KEPT = ['clusterIP', 'clusterIPs', 'ipFamilies', 'ipFamilyPolicy', 'healthCheckNodePort'];

/**
 * A manifest with what the API server keeps of the object that it replaces, though the manifest says nothing of it. Without
 * this, taking `clusterIP: None` out of a file would look like a change. Give both as `completed`.
 *
 * @source kubernetes@1.36 pkg/registry/core/service/storage/storage.go patchAllocatedValues
 */
export function withKept(before: Manifest, after: Manifest): Manifest {
  return withAccount(before, withAddresses(before, after));
}

/** The account of Pods is kept under its older name beside, which no manifest says, and so stays until another is named. */
function withAccount(before: Manifest, after: Manifest): Manifest {
  const [pod, now] = [podOf(before), podOf(after)];
  const name = pod?.spec.serviceAccountName;
  if (!now || name === undefined || now.spec.serviceAccountName !== undefined) return after;
  const set = (value: unknown, [key, ...rest]: readonly string[]): Json =>
    key === undefined ? name : { ...(value as JsonObject), [key]: set(manifestField(value, key), rest) };
  return set(after, [...now.path.split('.'), 'serviceAccountName']) as unknown as Manifest;
}

function withAddresses(before: Manifest, after: Manifest): Manifest {
  const isService = after.apiVersion === 'v1' && after.kind === 'Service';
  const type = manifestField(after, 'spec.type');
  if (!isService || type === 'ExternalName' || manifestField(before, 'spec.type') === 'ExternalName') return after;
  const [old, spec] = [manifestFieldObject(before, 'spec'), manifestFieldObject(after, 'spec')];
  const kept = KEPT.filter((field) => old[field] !== undefined && spec[field] === undefined);
  const ports = type === 'NodePort' || type === 'LoadBalancer' ? portsWithKept(before, after) : undefined;
  return {
    ...after,
    spec: { ...spec, ...Object.fromEntries(kept.map((field) => [field, old[field]])), ...(ports && { ports }) },
  };
}

function portsWithKept(before: Manifest, after: Manifest): Json[] {
  const old = manifestFieldList(before, 'spec.ports') as JsonObject[];
  const ports = manifestFieldList(after, 'spec.ports') as JsonObject[];
  const taken = ports.map(({ nodePort }) => nodePort);
  return ports.map((port) => {
    const kept = old.find(({ name }) => name === port.name)?.nodePort;
    return port.nodePort === undefined && kept !== undefined && !taken.includes(kept)
      ? { ...port, nodePort: kept }
      : port;
  });
}
