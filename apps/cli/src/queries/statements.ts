import ts from 'typescript';
import { Evaluator } from './evaluate.js';
import { everyNode, readSource } from './source.js';
import type { Text } from './text.js';

/** One text that the code sends to the database. */
export interface Statement {
  /** File and function. */
  place: string;
  text: Text;
}

/** Every statement of the code, in the order of files and lines. */
export interface Statements {
  statements: Statement[];
  /** Texts that look like SQL and that nothing seen here sends. */
  unsent: string[];
}

/** The doors themselves: what passes them was written by their callers. */
const DOORS = ['connection.ts', 'transaction.ts', 'reading.ts', 'put.ts'].map(
  (name) => `libs/platform/src/database/${name}`,
);
const LOOKS_LIKE_SQL = /^\s*(select\b|insert into\b|update \w+ set\b|delete from\b|with \w+ (\([^)]*\) )?as\b)/i;

/** @param root the root of the project */
export function statementsOf(root: string): Statements {
  const source = readSource(root, ['libs', 'apps/api']);
  const evaluator = new Evaluator(source);
  const statements: Statement[] = [];
  for (const file of source.files)
    everyNode(file, (node) => {
      const sent = sentBy(node);
      if (!sent || DOORS.includes(source.pathOf(node))) return;
      const place = `${source.pathOf(node)} ${nameAround(node)}`;
      for (const text of evaluator.textsOf(sent)) statements.push({ place, text });
    });
  const unsent: string[] = [];
  for (const file of source.files)
    everyNode(file, (node) => {
      if (evaluator.used.has(node) || !textLooksLikeSql(node)) return;
      unsent.push(`${source.pathOf(node)} ${nameAround(node)}: ${node.getText().slice(0, 80)}`);
    });
  return { statements, unsent };
}

/** The first argument of `….query(…)` and of `sql.send(…)`; others send what is no statement. */
function sentBy(node: ts.Node): ts.Expression | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const { name, expression } = node.expression;
  const isStatement = name.text === 'query' || (name.text === 'send' && /\bsql$/.test(expression.getText()));
  return isStatement ? node.arguments[0] : undefined;
}

function textLooksLikeSql(node: ts.Node): boolean {
  if (ts.isStringLiteralLike(node)) return LOOKS_LIKE_SQL.test(node.text);
  return ts.isTemplateExpression(node) && LOOKS_LIKE_SQL.test(node.head.text);
}

/** The outermost name around a node: function, constant or class with its method. */
function nameAround(node: ts.Node): string {
  const names: string[] = [];
  for (let one = node; !ts.isSourceFile(one); one = one.parent) {
    const isTop = ts.isSourceFile(one.parent) || ts.isVariableDeclarationList(one.parent);
    if (ts.isMethodDeclaration(one) || ts.isClassDeclaration(one) || ts.isGetAccessor(one)) names.unshift(nameOf(one));
    else if (ts.isFunctionDeclaration(one) && isTop) names.unshift(nameOf(one));
    else if (ts.isVariableDeclaration(one) && ts.isSourceFile(one.parent.parent.parent)) names.unshift(nameOf(one));
  }
  return names.join('.') || '(file)';
}

const nameOf = (node: ts.NamedDeclaration): string => node.name?.getText() ?? '';
