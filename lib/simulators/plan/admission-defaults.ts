import { type Fill, filled } from './filled';

const MATCHING = { matchPolicy: 'Equivalent', namespaceSelector: {}, objectSelector: {} };
const WEBHOOK = { ...MATCHING, failurePolicy: 'Fail', timeoutSeconds: 10 };

/**
 * What the API server fills in of admission policies and webhooks, by type.
 *
 * @source kubernetes@1.36 pkg/apis/admissionregistration/v1/defaults.go
 */
export const ADMISSION_DEFAULTS: readonly (readonly [string, Fill])[] = [
  ['admissionregistration.v1.ValidatingAdmissionPolicySpec', filled({ failurePolicy: 'Fail' })],
  ['admissionregistration.v1.MutatingAdmissionPolicySpec', filled({ failurePolicy: 'Fail' })],
  ['admissionregistration.v1.MatchResources', filled(MATCHING)],
  ['admissionregistration.v1.NamedRuleWithOperations', filled({ scope: '*' })],
  ['admissionregistration.v1.RuleWithOperations', filled({ scope: '*' })],
  ['admissionregistration.v1.ValidatingWebhook', filled(WEBHOOK)],
  ['admissionregistration.v1.MutatingWebhook', filled({ ...WEBHOOK, reinvocationPolicy: 'Never' })],
];
