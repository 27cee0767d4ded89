import { serviceVariables } from '../../lib/kubernetes/service-variables';

// Kubernetes' own cases. @source kubernetes@1.36 pkg/kubelet/envvars/envvars_test.go TestFromServices
test.each`
  service      | ports                 | host                      | port                      | named
  ${'foo-bar'} | ${[]}                 | ${'FOO_BAR_SERVICE_HOST'} | ${'FOO_BAR_SERVICE_PORT'} | ${{}}
  ${'abc-123'} | ${['u-d-p', 't-c-p']} | ${'ABC_123_SERVICE_HOST'} | ${'ABC_123_SERVICE_PORT'} | ${{ 'u-d-p': 'ABC_123_SERVICE_PORT_U_D_P', 't-c-p': 'ABC_123_SERVICE_PORT_T_C_P' }}
  ${'q-u-u-x'} | ${['8083']}           | ${'Q_U_U_X_SERVICE_HOST'} | ${'Q_U_U_X_SERVICE_PORT'} | ${{ 8083: 'Q_U_U_X_SERVICE_PORT_8083' }}
`('$service with the ports $ports', ({ service, ports, host, port, named }) => {
  expect(serviceVariables(service, ports)).toEqual({ host, port, ports: named });
});
