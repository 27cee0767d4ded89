import type { Onboarded } from './onboard';
import type { Onboarding } from './onboarding';

/** What to tell whoever let somebody in: where the file is, what they may do now, and how it ends. */
export function onboardedText(onboarding: Onboarding, { validUntil, rights }: Onboarded): string {
  const { user, groups, out } = onboarding;
  const who = groups.length > 0 ? `${user} (${groups.join(', ')})` : user;
  const anything = [...rights.values()].some((lines) => lines.length > 0);
  return [
    `${out}: the kubeconfig of ${who}, readable by you alone; hand it over by a safe way, and delete it here`,
    '',
    ...[...rights].flatMap(([environment, lines]) => rightsText(user, environment, lines)),
    ...(anything ? [] : [`Nothing yet: ${howToGrant(onboarding)}`]),
    '',
    `It holds until ${validUntil.toISOString()}. No certificate can be revoked: to end it earlier, take ${subjects(onboarding)}`,
    'out of what grants them something, apply that, and see that nothing is left:',
    '  kubectl get rolebindings,clusterrolebindings -A -o wide',
    ...(groups.length > 0 ? ['What a group may do is taken from all of its members.'] : []),
    '',
  ].join('\n');
}

function rightsText(user: string, environment: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [`In ${environment} ${user} may do nothing.`];
  return [`In ${environment} ${user} may`, ...lines.map((line) => `  ${line}`)];
}

function subjects({ user, groups }: Onboarding): string {
  return [`the user ${user}`, ...groups.map((group) => `the group ${group}`)].join(' and ');
}

function howToGrant(onboarding: Onboarding): string {
  return `grant ${subjects(onboarding)} something by a TeamAccess in a chart, and apply it; the kubeconfig stays the same`;
}
