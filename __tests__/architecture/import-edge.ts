import { posix } from 'node:path';
import * as t from '@babel/types';
import type { Sources } from './sources';
import { lineOf, nameOf, syntaxOf, walk } from './syntax';

/** One file's import of another, or of a package: `import`, `export from`, `import()`, `require()`, `import type`. */
export interface ImportEdge {
  readonly from: string;
  readonly line: number;
  /** Path in the project, or the package as it is written. */
  readonly to: string;
  readonly isPackage: boolean;
  /** Whether it is gone at run time. */
  readonly typeOnly: boolean;
  /** Whether it is handed on: `export from`. */
  readonly reExport: boolean;
  /** What it takes, by the name here and the name there; `*` there is everything. */
  readonly names: readonly { readonly local: string; readonly imported: string }[];
}

type Found = Pick<ImportEdge, 'typeOnly' | 'reExport' | 'names'> & { readonly module: string };

/** Everything that a file imports, types too. */
export function importsOf(sources: Sources, file: string): ImportEdge[] {
  const edges: ImportEdge[] = [];
  walk(syntaxOf(sources, file), (node) => {
    const found = statement(node) ?? expression(node);
    if (!found) return;
    const { module, ...rest } = found;
    const isPackage = !module.startsWith('.');
    const to = isPackage ? module : resolveIn(sources, posix.join(posix.dirname(file), module));
    edges.push({ from: file, line: lineOf(node), to, isPackage, ...rest });
  });
  return edges;
}

function statement(node: t.Node): Found | undefined {
  if (t.isImportDeclaration(node)) {
    const names = node.specifiers.map((specifier) => ({
      local: specifier.local.name,
      imported: t.isImportSpecifier(specifier) ? nameOf(specifier.imported) : importedAs(specifier),
    }));
    return { module: node.source.value, typeOnly: node.importKind === 'type', reExport: false, names };
  }
  if (t.isExportAllDeclaration(node)) {
    const names = [{ local: '*', imported: '*' }];
    return { module: node.source.value, typeOnly: node.exportKind === 'type', reExport: true, names };
  }
  if (t.isExportNamedDeclaration(node) && node.source) {
    const names = node.specifiers.map((specifier) => ({
      local: nameOf(specifier.exported),
      imported: t.isExportSpecifier(specifier) ? nameOf(specifier.local) : '*',
    }));
    return { module: node.source.value, typeOnly: node.exportKind === 'type', reExport: true, names };
  }
  return undefined;
}

function importedAs(specifier: t.ImportDefaultSpecifier | t.ImportNamespaceSpecifier): string {
  return t.isImportNamespaceSpecifier(specifier) ? '*' : 'default';
}

function expression(node: t.Node): Found | undefined {
  const all = { reExport: false, names: [{ local: '*', imported: '*' }] };
  if (t.isTSImportType(node) && t.isStringLiteral(node.argument)) {
    return { module: node.argument.value, typeOnly: true, ...all };
  }
  if (t.isTSExternalModuleReference(node)) return { module: node.expression.value, typeOnly: false, ...all };
  if (!t.isCallExpression(node)) return undefined;
  const [module] = node.arguments;
  const isImport = t.isImport(node.callee) || t.isIdentifier(node.callee, { name: 'require' });
  return isImport && t.isStringLiteral(module) ? { module: module.value, typeOnly: false, ...all } : undefined;
}

/** A file that is not there is the compiler's to report; its room is judged all the same. */
function resolveIn(sources: Sources, path: string): string {
  const candidates = [`${path}.ts`, `${path}/index.ts`, path.replace(/\.js$/, '.ts')];
  const found = candidates.find((candidate) => sources.has(candidate));
  return found ?? (/\.(ts|json)$/.test(path) ? path : `${path}.ts`);
}
