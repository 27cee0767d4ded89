import { deployment, faults, mends, pod } from './bundled';

const meta = { name: 'web' };

describe('types', () => {
  test.each`
    where                                                                           | fault                                                                                                | mend
    ${pod({}, { image: 1.29 })}                                                     | ${'spec.containers[0].image: must be a string'}                                                      | ${'quote it: "1.29"'}
    ${pod({}, { tty: 'true' })}                                                     | ${'spec.containers[0].tty: must be a boolean'}                                                       | ${'write true without quotes'}
    ${deployment({ replicas: '2' })}                                                | ${'spec.replicas: must be an integer'}                                                               | ${'write 2 without quotes'}
    ${deployment({ replicas: '1.5' })}                                              | ${'spec.replicas: must be an integer'}                                                               | ${'write an integer'}
    ${deployment({ replicas: 1.5 })}                                                | ${'spec.replicas: must be an integer'}                                                               | ${'write an integer'}
    ${deployment({ replicas: 2 ** 31 })}                                            | ${'spec.replicas: must be an integer from -2147483648 to 2147483647'}                                | ${'write one in that range'}
    ${pod({ activeDeadlineSeconds: 2 ** 63 })}                                      | ${'spec.activeDeadlineSeconds: must be an integer from -9223372036854775808 to 9223372036854775807'} | ${'write one in that range'}
    ${pod({ containers: { name: 'web' } })}                                         | ${'spec.containers: must be an array'}                                                               | ${'make it a list, even of one item'}
    ${pod({ securityContext: [] })}                                                 | ${'spec.securityContext: must be an object'}                                                         | ${'write its fields, each with a name'}
    ${pod({ nodeSelector: { ssd: true } })}                                         | ${'spec.nodeSelector[ssd]: must be a string'}                                                        | ${'quote it: "true"'}
    ${pod({}, { args: ['-p', 80] })}                                                | ${'spec.containers[0].args[1]: must be a string'}                                                    | ${'quote it: "80"'}
    ${pod({}, { resources: { limits: { cpu: '100 m' } } })}                         | ${'spec.containers[0].resources.limits[cpu]: must be a quantity'}                                    | ${'write a quantity such as 100m or 128Mi'}
    ${pod({ restartPolicy: 'never' })}                                              | ${'spec.restartPolicy: must be one of Always, Never, OnFailure'}                                     | ${'did you mean Never?'}
    ${{ ...pod(), metadata: { ...meta, creationTimestamp: 'today' } }}              | ${'metadata.creationTimestamp: must be a time as in RFC 3339'}                                       | ${'write a time such as 2026-01-31T12:00:00Z'}
    ${{ apiVersion: 'v1', kind: 'Secret', metadata: meta, data: { key: 'clear' } }} | ${'data[key]: must be base64'}                                                                       | ${'write it in base64, or move it to stringData where it is the plain text of a Secret'}
    ${{ ...pod(), metadata: { ...meta, annotations: { on: true } } }}               | ${'metadata.annotations[on]: must be a string'}                                                      | ${'quote it: "true"'}
  `('$fault', ({ where, fault, mend }) => {
    expect(faults(where)).toEqual([fault]);
    expect(mends(where)).toEqual([mend]);
  });

  test.each([
    ['an integer', 8080, []],
    ['a name', 'http', []],
    ['a percentage', '25%', []],
    ['a boolean', true, ['spec.ports[0].targetPort: must be an integer or a string']],
    ['a fraction', 80.5, ['spec.ports[0].targetPort: must be an integer or a string']],
    [
      'more than an int32',
      2 ** 31,
      ['spec.ports[0].targetPort: must be an integer from -2147483648 to 2147483647 or a string'],
    ],
  ])('an int-or-string that is %s', (_, targetPort, expected) => {
    const service = { apiVersion: 'v1', kind: 'Service', metadata: meta, spec: { ports: [{ port: 80, targetPort }] } };
    expect(faults(service)).toEqual(expected);
  });
});
