import type { Construct } from 'constructs';
import { InvalidProp } from '../invalid-prop';

/**
 * Name of the port that others connect to, for a workload that may have none.
 *
 * @throws InvalidProp `NoPort`
 */
export function servedPort(workload: Construct, portName: string | undefined): string {
  if (portName !== undefined) return portName;
  throw new InvalidProp('NoPort', workload, {
    prop: 'port',
    got: undefined,
    rule: 'must be given for others to connect to it',
    mend: 'give the port that the program listens on',
  });
}
