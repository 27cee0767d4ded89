import { celRule } from '../cel/cel-rule';

/** git-sync runs git, not a program that the manifest names. */
export const gitSyncCommand = celRule({
  id: 'git-sync-command',
  severity: 'warning',
  level: 'strict',
  why: 'whoever may write the manifest runs any program under the name of git-sync',
  mend: 'take GITSYNC_GIT and the argument --git out',
  source: 'https://www.akamai.com/blog/security-research/2024-august-kubernetes-gitsync-command-injection-defcon',
  about: 'container',
  expression: `
    !container.?image.orValue("").contains("git-sync")
    || (!container.?env.orValue([]).exists(variable, variable.name == "GITSYNC_GIT")
    && !container.?args.orValue([]).exists(word, word.matches("^--?git(=|$)")))`,
  field: 'env',
  must: 'must not name the program that git-sync takes for git',
  examples: {
    bad: `image: registry.k8s.io/git-sync/git-sync:v4.2.4
env: [{ name: GITSYNC_GIT, value: /tmp/payload }]`,
    good: `image: registry.k8s.io/git-sync/git-sync:v4.2.4
env: [{ name: GITSYNC_REPO, value: "https://git.example.com/shop.git" }]`,
  },
});
