import * as v from 'valibot';
import { commandOutput } from './command-output';

/** The folder of a Go module on this machine; downloads it if it has to. */
export function moduleFolder(module: string, version: string): string {
  const mend = 'install Go and let it reach the module proxy, or use --from-cluster or --from-file';
  const answer: unknown = JSON.parse(commandOutput('go', ['mod', 'download', '-json', `${module}@${version}`], mend));
  return v.parse(v.object({ Dir: v.string() }), answer).Dir;
}
