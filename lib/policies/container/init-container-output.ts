import { celRule } from '../cel/cel-rule';

/**
 * What an init container fetches or writes is put where the others find it: in a volume that one of them mounts too. One
 * that waits for something, or writes to its output, passes.
 */
export const initContainerOutput = celRule({
  id: 'init-container-output',
  severity: 'warning',
  level: 'baseline',
  why: 'each container has a file system of its own, and that of an init container is gone when it has ended',
  mend: 'mount an emptyDir volume in both, and write into it',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/init-containers/#using-init-containers',
  misconceptions: [
    {
      claim: 'A file that an init container downloads is there for the main container.',
      truth: 'only in a volume that both mount',
      source: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-initialization/',
    },
    {
      claim: 'A failed init container is restarted until it succeeds.',
      truth: 'not where the restartPolicy of the Pod is Never: then the Pod has failed',
      source: 'https://kubernetes.io/docs/concepts/workloads/pods/init-containers/#understanding-init-containers',
    },
  ],
  about: 'pod',
  expression: `
    variables.podSpec.?initContainers.orValue([]).all(init,
      init.?restartPolicy.orValue("") == "Always"
      || [(init.?command.orValue([]) + init.?args.orValue([])).join(" ")].all(line,
        !line.matches("(^|[ ;&(/])(wget|git clone|unzip|tar -?[a-z]*x|curl [^;&|]*(-o|-O|--output|--remote-name))( |$)")
        || line.matches("--spider|/dev/null|/dev/stdout| -q?O ?-|(^|[ ;&])(until|while) "))
      || init.?volumeMounts.orValue([]).exists(mount, !mount.?readOnly.orValue(false)
        && variables.podSpec.?containers.orValue([]).exists(one, one.?volumeMounts.orValue([])
          .exists(shared, shared.?name.orValue("") == mount.?name.orValue("-"))))
      || init.?volumeMounts.orValue([]).exists(mount, variables.podSpec.?initContainers.orValue([])
        .exists(one, one.?name.orValue("") != init.?name.orValue("") && one.?volumeMounts.orValue([])
          .exists(shared, shared.?name.orValue("") == mount.?name.orValue("-"))))
      || variables.podSpec.?volumes.orValue([]).exists(volume,
        (has(volume.persistentVolumeClaim) || has(volume.hostPath))
        && init.?volumeMounts.orValue([]).exists(mount, mount.?name.orValue("-") == volume.?name.orValue(""))))`,
  field: 'initContainers',
  must: 'must write what they fetch into a volume that another container mounts',
  examples: {
    bad: `
initContainers: [{ name: fetch, image: "busybox:1.37", command: [sh, -c, "wget https://example.com/data.tgz"] }]
containers: [{ name: web, image: "web:1" }]`,
    good: `
initContainers:
  - name: fetch
    image: busybox:1.37
    command: [sh, -c, "wget -O /data/data.tgz https://example.com/data.tgz"]
    volumeMounts: [{ name: data, mountPath: /data }]
containers: [{ name: web, image: "web:1", volumeMounts: [{ name: data, mountPath: /data }] }]
volumes: [{ name: data, emptyDir: {} }]`,
  },
});
