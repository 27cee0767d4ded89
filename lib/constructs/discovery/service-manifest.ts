import { intOrString } from '../../kubernetes/int-or-string';
import type { k8s } from '../../kubernetes/k8s';
import type { Labels } from '../../kubernetes/labels';
import type { ResolvedService } from './service-options';

/** The Service as it is written. @param labels its own, beside those of the chart */
export function serviceManifest(service: ResolvedService, labels: Labels): k8s.KubeServiceProps {
  const { name, annotations, exposure, selector, ports, ipFamilyPolicy, ipFamilies } = service;
  return {
    metadata: { name, labels: { ...labels }, annotations },
    spec: {
      ...exposure.manifest(),
      selector: selector && { ...selector },
      ipFamilyPolicy,
      ipFamilies: ipFamilies && [...ipFamilies],
      ports:
        ports.length === 0
          ? undefined
          : ports.map((port) => ({
              name: port.name,
              port: port.port,
              targetPort: intOrString(port.targetPort),
              protocol: port.protocol,
              appProtocol: port.appProtocol,
              nodePort: exposure.nodePortOf(port.name),
            })),
    },
  };
}
