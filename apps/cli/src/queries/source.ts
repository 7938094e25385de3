import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/** The code that sends statements, parsed: who is meant by a name, and who calls whom. */
export interface Source {
  files: readonly ts.SourceFile[];
  /** The declaration behind a name, through imports. */
  declarationOf(node: ts.Node): ts.Declaration | undefined;
  /** Every call of a function. */
  callsOf(declaration: ts.Declaration): readonly ts.CallExpression[];
  /** Path from the root of the project, with slashes. */
  pathOf(node: ts.Node): string;
}

/** Migrations are texts of their own that nobody changes any more. */
const isSent = (path: string): boolean =>
  /\.tsx?$/.test(path) && !/\.(spec|d)\.tsx?$/.test(path) && !path.includes('/migrations/');

/** @param roots folders below the root of the project */
export function readSource(root: string, roots: readonly string[]): Source {
  const names = roots.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => join(root, folder, name).replaceAll('\\', '/'))
      .filter(isSent),
  );
  const options: ts.CompilerOptions = { noLib: true, types: [], allowJs: false, target: ts.ScriptTarget.ESNext };
  const program = ts.createProgram(names.sort(), options, hostOf(options));
  const checker = program.getTypeChecker();
  const files = names.flatMap((name) => program.getSourceFile(name) ?? []);
  const declarationOf = (node: ts.Node): ts.Declaration | undefined => {
    const symbol = checker.getSymbolAtLocation(node);
    const meant = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    return meant?.valueDeclaration ?? meant?.declarations?.[0];
  };
  const calls = callsIn(files, declarationOf);
  return {
    files,
    declarationOf,
    callsOf: (declaration) => calls.get(declaration) ?? [],
    pathOf: (node) => relative(root, node.getSourceFile().fileName).replaceAll('\\', '/'),
  };
}

/** Only the project's own files are looked at: what packages and the language say of types changes no statement. */
function hostOf(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options, true);
  host.resolveModuleNameLiterals = (literals, containing) =>
    literals.map(({ text }) => {
      const base = text.startsWith('.') ? join(containing, '..', text).replace(/\.js$/, '') : null;
      const found = base && ['.ts', '.tsx'].map((end) => base + end).find((path) => ts.sys.fileExists(path));
      return {
        resolvedModule: found ? { resolvedFileName: found.replaceAll('\\', '/'), extension: endOf(found) } : undefined,
      };
    });
  return host;
}

const endOf = (path: string): ts.Extension => (path.endsWith('x') ? ts.Extension.Tsx : ts.Extension.Ts);

function callsIn(
  files: readonly ts.SourceFile[],
  declarationOf: Source['declarationOf'],
): Map<ts.Declaration, ts.CallExpression[]> {
  const calls = new Map<ts.Declaration, ts.CallExpression[]>();
  for (const file of files)
    everyNode(file, (node) => {
      if (!ts.isCallExpression(node)) return;
      const callee = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression;
      const declaration = ts.isIdentifier(callee) ? declarationOf(callee) : undefined;
      if (declaration) calls.set(declaration, [...(calls.get(declaration) ?? []), node]);
    });
  return calls;
}

export function everyNode(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => everyNode(child, look));
}
