import { prepare } from '../delivery/prepare';
import { TUTORIALS } from '../delivery/tutorials';

// `npm run tutorials`: every chapter of the tutorials as manifests, to read beside them or to apply to a cluster to learn on
prepare(TUTORIALS, 'build/tutorials')();
