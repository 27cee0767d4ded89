import { celRule } from '../cel/cel-rule';

/** No Pod mounts the directories that make up its node. */
export const sensitiveHostMounts = celRule({
  id: 'sensitive-host-mounts',
  severity: 'error',
  level: 'baseline',
  why: 'who can write there owns the node, and who can read there has its keys',
  mend: 'mount what the program needs and nothing above it, or use another kind of volume',
  source: 'https://docs.kubelinter.io/#/generated/checks?id=sensitive-host-mounts',
  about: 'pod',
  expression: `
    !variables.podSpec.?volumes.orValue([]).exists(volume, volume.?hostPath.?path.orValue("none")
      .matches("^/*(boot|dev|etc|home|lib|proc|root|run|sys|usr|var|var/lib|var/run)?/*$"
        + "|^/+(etc/kubernetes|etc/cni|root|proc|var/lib/(kubelet|etcd|docker|containerd))(/.*)?$"))`,
  field: 'volumes',
  must: 'must not have the hostPath of a directory of the system',
  examples: {
    bad: 'volumes: [{ name: etc, hostPath: { path: /etc } }]',
    good: 'volumes: [{ name: zone, hostPath: { path: /usr/share/zoneinfo/Europe/Berlin } }]',
  },
});
