import type { Construct } from 'constructs';
import { VerticalPodAutoscaler } from '../../imports/autoscaling.k8s.io';

/** Every kind of the group, with every field that the binding has. */
export function examples(scope: Construct): void {
  new VerticalPodAutoscaler(scope, 'VerticalPodAutoscaler', {
    metadata: { name: 'example' },
    spec: {
      targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
      updatePolicy: {
        updateMode: 'InPlaceOrRecreate',
        minReplicas: 3,
        evictionRequirements: [
          { resources: ['cpu', 'memory'], changeRequirement: 'TargetHigherThanRequests' },
          { resources: ['memory'], changeRequirement: 'TargetLowerThanRequests' },
        ],
      },
      resourcePolicy: {
        containerPolicies: [
          {
            containerName: 'web',
            mode: 'Auto',
            minAllowed: { cpu: '50m', memory: '64Mi' },
            maxAllowed: { cpu: '2', memory: '1Gi' },
            controlledResources: ['cpu', 'memory'],
            controlledValues: 'RequestsOnly',
          },
          { containerName: '*', mode: 'Off' },
        ],
      },
      recommenders: [{ name: 'performance' }],
    },
  });
}
