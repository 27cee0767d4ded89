import { join } from 'node:path';
import { checkRace } from '../delivery/bench/check-race';
import { projectRoot } from '../delivery/project';

// `npm run bench:check`: how long a check of many manifests takes, beside kube-score
const { KUBE_SCORE = join(projectRoot(), 'build/bin/kube-score') } = process.env;
process.stdout.write(checkRace(projectRoot(), KUBE_SCORE));
