import type { k8s } from '../../kubernetes/k8s';
import { type ContainerProps, DEFAULTS } from './container-props';

/**
 * What Pod Security "restricted" asks of a container, and a root file system that nothing can write to; less where the
 * props say so.
 *
 * @param user user that differs from the Pod's
 */
export function containerSecurity(
  props: Pick<ContainerProps, 'addCapabilities' | 'rootFileSystem' | 'privileges'> = {},
  user?: number | 'root',
): k8s.SecurityContext {
  const { addCapabilities, rootFileSystem = DEFAULTS.rootFileSystem, privileges = DEFAULTS.privileges } = props;
  const id = user === 'root' ? 0 : user;
  return {
    allowPrivilegeEscalation: privileges !== 'restricted',
    // the API refuses a privileged container that says it cannot escalate, and drops nothing of one
    capabilities:
      privileges === 'privileged' ? undefined : { drop: ['ALL'], add: addCapabilities && [...addCapabilities] },
    privileged: privileges === 'privileged',
    readOnlyRootFilesystem: rootFileSystem === 'readOnly',
    runAsNonRoot: user === undefined ? undefined : user !== 'root',
    runAsUser: id,
    runAsGroup: id,
  };
}
