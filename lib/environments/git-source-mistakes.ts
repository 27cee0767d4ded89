import type { InvalidValue } from '../kubernetes/invalid-value';
import type { GitSource } from './argo-cd-delivery';

/** An address with a scheme, or the short one of ssh: `git@git.example.com:team/services.git`. */
const REPOSITORY = /^((https?|ssh|git|file):\/\/\S+|[\w.-]+@[\w.-]+:\S+)$/;
const WITH_PASSWORD = /^[a-z]+:\/\/[^/@\s]*:[^/@\s]*@/;

/** What no branch or tag can be called. @source git@2.39 Documentation/git-check-ref-format.txt */
const NO_REVISION = /^$|^[-/.]|[/.]$|\.\.|\.lock$|@\{|\/\/|[\s~^:?*[\\]/;

/** Everything that is wrong with where Argo CD is to read; `field` as in `GitSource`. */
export function gitSourceMistakes({ repository, revision, folder }: GitSource): InvalidValue[] {
  const wrong: InvalidValue[] = [];
  if (!REPOSITORY.test(repository)) {
    const mend = 'write it as "https://git.example.com/team/services.git" or "git@git.example.com:team/services.git"';
    wrong.push({ field: 'repository', got: repository, rule: 'must be the address of a Git repository', mend });
  } else if (WITH_PASSWORD.test(repository)) {
    const rule = 'must not hold a password: everybody who can read dist/ would read it';
    const mend = 'take it out, and give Argo CD the credentials in a Secret of its own';
    wrong.push({ field: 'repository', got: undefined, rule, mend });
  }
  if (NO_REVISION.test(revision)) {
    const rule = 'must be a branch, a tag or a commit';
    wrong.push({ field: 'revision', got: revision, rule, mend: 'write it as "main"' });
  }
  if (!/^[\w.-]+(\/[\w.-]+)*$/.test(folder) || folder.split('/').some((part) => /^\.{1,2}$/.test(part))) {
    const rule = 'must be a folder of the repository, written from its root, with "/"';
    wrong.push({ field: 'folder', got: folder, rule, mend: 'write it as "dist" or "services/dist"' });
  }
  return wrong;
}
