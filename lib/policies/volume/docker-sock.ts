import { celRule } from '../cel/cel-rule';

/** No Pod talks to the container runtime of its node. */
export const dockerSock = celRule({
  id: 'docker-sock',
  severity: 'error',
  level: 'baseline',
  why: 'who can start a container there can start a privileged one: it is root on the node',
  mend: 'take the volume out, and build images with a tool that needs no daemon',
  source: 'https://docs.kubelinter.io/#/generated/checks?id=docker-sock',
  about: 'pod',
  expression: `
    !variables.podSpec.?volumes.orValue([]).exists(volume, volume.?hostPath.?path.orValue("")
      .matches("/(docker|containerd|crio|cri-dockerd|podman|frakti)[.]sock/*$"))`,
  field: 'volumes',
  must: 'must not have the socket of a container runtime',
  examples: {
    bad: 'volumes: [{ name: docker, hostPath: { path: /var/run/docker.sock } }]',
    good: 'volumes: [{ name: agent, hostPath: { path: /run/agent/agent.sock } }]',
  },
});
