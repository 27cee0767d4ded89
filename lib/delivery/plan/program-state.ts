import { argoCdFiles } from '../argocd/argo-cd-files';
import type { Program } from '../program';
import { synthesize } from '../synthesize';
import { type DeployedState, deployedState } from './deployed-state';

/** What the program makes now, whether it has been written or not. @throws SynthesisFailed with everything that is wrong */
export function programState(program: Program): DeployedState {
  return deployedState('this checkout', synthesize(program, { beside: argoCdFiles }));
}
