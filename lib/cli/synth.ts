import { program } from '../../main';
import { run } from '../delivery/run';

// `npm run synth`, and what cdk8s.yaml names for `npx cdk8s synth`
run(program);
