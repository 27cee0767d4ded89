import { Environment } from '@marcbachmann/cel-js';
import { registerLists } from './register-lists';
import { registerNetwork } from './register-network';
import { registerQuantity } from './register-quantity';
import { registerStrings } from './register-strings';
import { registerUrl } from './register-url';

/**
 * CEL as Kubernetes 1.30 speaks it in a ValidatingAdmissionPolicy: the standard functions and macros, and its own libraries.
 * What a later minor adds is left out on purpose, so that no expression passes here that an older API server refuses.
 *
 * @source kubernetes@1.36 staging/src/k8s.io/apiserver/pkg/cel/environment/base.go
 */
export function celEnvironment(): Environment {
  const environment = new Environment({
    unlistedVariablesAreDyn: true,
    homogeneousAggregateLiterals: false,
    enableOptionalTypes: true,
  });
  for (const register of [registerQuantity, registerStrings, registerLists, registerUrl, registerNetwork]) {
    register(environment);
  }
  return environment;
}
