import {
  fromConfigMap,
  fromPodField,
  fromResource,
  fromSecret,
  type VariableSource,
} from '../../lib/constructs/container/variable-source';
import { variableSourceProblem } from '../../lib/kubernetes/variable-source-problem';

const ruleOf = ({ valueFrom }: VariableSource) => variableSourceProblem(valueFrom)?.rule;

const NAME = 'must be lower case letters, digits, "-" and ".", beginning and ending with a letter or digit';
const KEY = 'must be a key of at most 253 letters, digits, "-", "_" and ".", not beginning with ".."';
const FIELD = expect.stringMatching(/^must be one of metadata\.name, .+, or metadata\.labels\['key'\] or /);
const UNIT = 'must be 1, or 1 with a unit such as k, M, Ki, Mi or Gi';

// what is refused here, an API server of 1.30 and of 1.36 refused
test.each`
  source                                    | rule
  ${fromSecret('My_Db', 'password')}        | ${NAME}
  ${fromConfigMap('', 'url')}               | ${NAME}
  ${fromSecret('db', '')}                   | ${KEY}
  ${fromConfigMap('db', 'a b')}             | ${KEY}
  ${fromConfigMap('db', '..a')}             | ${KEY}
  ${fromConfigMap('db', '.')}               | ${KEY}
  ${fromConfigMap('db', 'a'.repeat(254))}   | ${KEY}
  ${fromPodField('metadata.foo')}           | ${FIELD}
  ${fromPodField('metadata.labels')}        | ${FIELD}
  ${fromPodField("metadata.labels['a b']")} | ${FIELD}
  ${fromPodField("metadata.labels['A/b']")} | ${FIELD}
  ${fromPodField("metadata.names['a']")}    | ${FIELD}
  ${fromResource('requests.cpu', '10m')}    | ${'must be 1 or 1m'}
  ${fromResource('limits.memory', '1m')}    | ${UNIT}
  ${fromResource('limits.memory', '2Mi')}   | ${UNIT}
  ${fromResource('limits.memory', '0')}     | ${UNIT}
`('$source.valueFrom: $rule', ({ source, rule }) => {
  expect(ruleOf(source)).toEqual(rule);
});

test.each([
  fromSecret('db.shop', '.pass-word_1'),
  fromConfigMap('db', 'a'.repeat(253)),
  fromPodField('metadata.name'),
  fromPodField('spec.nodeName'),
  fromPodField('status.hostIPs'),
  fromPodField("metadata.labels['app.kubernetes.io/name']"),
  fromPodField("metadata.annotations['Shop.io/note']"),
  fromResource('requests.cpu', '1m'),
  fromResource('limits.cpu', '1'),
  fromResource('limits.memory', '1Mi'),
  fromResource('limits.memory', '1k'),
  fromResource('limits.ephemeral-storage', '1Gi'),
])('takes %j', ({ valueFrom }) => {
  expect(variableSourceProblem(valueFrom)).toBeUndefined();
});
