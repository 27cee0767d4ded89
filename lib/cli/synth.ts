import { program } from '../../main';
import { prepare } from '../delivery/prepare';

/** `npm run synth`, and what cdk8s.yaml names for `npx cdk8s synth`: synthesizes when it is loaded, and writes when this is called. */
export const synth: () => void = prepare(program);
