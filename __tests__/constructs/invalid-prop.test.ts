import { Construct } from 'constructs';
import { InvalidProp } from '../../lib/constructs/invalid-prop';
import { testChart } from '../support/chart';

const scaling = () => new Construct(new Construct(testChart(), 'Web'), 'Scaling');
const details = { prop: 'minReplicas', got: 7, rule: 'must be at most maxReplicas (5)', mend: 'lower it' };

test('it says where, which prop, what was given, the rule and how to mend it', () => {
  expect(new InvalidProp('MinReplicasAboveMax', scaling(), details).message).toBe(
    '[test/Web/Scaling] minReplicas: invalid value 7: must be at most maxReplicas (5); lower it',
  );
});

test('its code and its name are for programs to tell it by', () => {
  const error = new InvalidProp('MinReplicasAboveMax', scaling(), details);
  expect(error).toBeInstanceOf(Error);
  expect([error.code, error.name]).toEqual(['MinReplicasAboveMax', 'InvalidProp']);
});

test('a prop that is missing is said without a value', () => {
  expect(new InvalidProp('Missing', scaling(), { ...details, got: undefined, rule: 'is required' }).message).toBe(
    '[test/Web/Scaling] minReplicas: is required; lower it',
  );
});
