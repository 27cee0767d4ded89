import { type ImportEdge, importsOf } from './import-edge';
import { roomOf } from './rooms';
import type { Sources } from './sources';
import { lineOf, syntaxOf, violation } from './syntax';

/** The one file that knows which line of cdk8s-plus is used. */
const PLUS_DOOR = 'lib/kubernetes/k8s.ts';
const INDEX = 'lib/index.ts';

/** Ways in and out that there is one of: cdk8s-plus comes in by one file, the library goes out by one. */
export function doorViolations(sources: Sources): string[] {
  const edges = [...sources.keys()].flatMap((file) => importsOf(sources, file));
  return [...edges.flatMap(plusViolations), ...edges.flatMap(barrelViolations), ...indexViolations(sources)];
}

function plusViolations({ from, line, to, isPackage }: ImportEdge): string[] {
  if (!isPackage || from === PLUS_DOOR || !/^cdk8s-plus-\d+(\/|$)/.test(to)) return [];
  const mend = `import k8s or Cpu from ${PLUS_DOOR}, or export there what is missing`;
  return [violation(from, line, `imports ${to}`, mend)];
}

function barrelViolations({ from, line, to, isPackage }: ImportEdge): string[] {
  if (isPackage || !from.startsWith('lib/') || !/(^|\/)index\.ts$/.test(to)) return [];
  const mend = 'import the file that has it: a barrel ties everything to everything, which is how cycles begin';
  return [violation(from, line, `imports the barrel ${to}`, mend)];
}

/** lib/index.ts only hands on, and of delivery only types: what runs the program is for main.ts. */
function indexViolations(sources: Sources): string[] {
  if (!sources.has(INDEX)) return [];
  const own = syntaxOf(sources, INDEX).program.body.filter((node) => !('source' in node && node.source));
  const running = importsOf(sources, INDEX).filter(({ to, typeOnly }) => roomOf(to) === 'delivery' && !typeOnly);
  return [
    ...own.map((node) =>
      violation(INDEX, lineOf(node), 'holds something of its own', 'keep it to "export { ... } from" lines'),
    ),
    ...running.map(({ line, to }) => violation(INDEX, line, `exports more than types of ${to}`, 'write "export type"')),
  ];
}
