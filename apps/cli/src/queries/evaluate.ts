import ts from 'typescript';
import { everyNode, type Source } from './source.js';
import { NUMBERED, type Part, type Text } from './text.js';

/** What the parameters of functions stand for while one call is followed. */
type Bound = ReadonlyMap<ts.Declaration, ts.Expression | null>;
type FunctionNode = ts.FunctionDeclaration | ts.ArrowFunction | ts.FunctionExpression | ts.MethodDeclaration;

/** The text depends on a parameter: each caller makes a text of its own. */
class AskCallers extends Error {
  constructor(readonly of: FunctionNode) {
    super('depends on the caller');
  }
}
const NOBODY: Bound = new Map();
const DEEPEST = 12;

/** Reads the text of an expression out of the code, without running it. */
export class Evaluator {
  /** Every literal that went into a text. */
  readonly used = new Set<ts.Node>();

  constructor(private readonly source: Source) {}

  /** All texts that an expression has, one for each way in which it is reached. */
  textsOf(expression: ts.Expression, bound: Bound = NOBODY, depth = 0): Text[] {
    try {
      return [this.text(expression, bound)];
    } catch (error) {
      if (!(error instanceof AskCallers)) throw error;
      return this.callers(error.of, bound, depth).flatMap((one) => this.textsOf(expression, one, depth + 1));
    }
  }

  private callers(of: FunctionNode, bound: Bound, depth: number): Bound[] {
    const name = ts.isArrowFunction(of) || ts.isFunctionExpression(of) ? of.parent : of;
    const calls = depth > DEEPEST ? [] : this.source.callsOf(name as ts.Declaration);
    const from = calls.filter((call) => !isInside(call, of));
    return from.length === 0 ? [bind(of, [], bound)] : from.map((call) => bind(of, call.arguments, bound));
  }

  private text(node: ts.Expression, bound: Bound): Text {
    if (ts.isStringLiteralLike(node)) {
      this.used.add(node);
      return [node.text];
    }
    if (ts.isNumericLiteral(node)) return [node.text];
    if (ts.isTemplateExpression(node)) return this.template(node, bound);
    if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node))
      return this.text(node.expression, bound);
    if (ts.isConditionalExpression(node)) return this.conditional(node, bound);
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
      return [...this.text(node.left, bound), ...this.text(node.right, bound)];
    if (ts.isIdentifier(node)) return this.named(node, bound);
    if (ts.isPropertyAccessExpression(node)) {
      const meant = this.source.declarationOf(node.name);
      if (meant && ts.isPropertyAssignment(meant)) return this.text(meant.initializer, bound);
    }
    if (ts.isCallExpression(node)) return this.called(node, bound);
    return [{ hole: node.getText() }];
  }

  private template(node: ts.TemplateExpression, bound: Bound): Text {
    this.used.add(node);
    return node.templateSpans
      .reduce<Part[]>(
        (before, { expression, literal }) => [...before, ...this.text(expression, bound), literal.text],
        [node.head.text],
      )
      .flatMap((part, i, all) => (isNumber(part) ? [] : isNumber(all[i + 1]) ? [numberedAfter(part)] : [part]));
  }

  private conditional(node: ts.ConditionalExpression, bound: Bound): Text {
    const truth = this.truth(node.condition, bound);
    if (truth !== null) return this.text(truth ? node.whenTrue : node.whenFalse, bound);
    return [{ choice: [this.text(node.whenTrue, bound), this.text(node.whenFalse, bound)] }];
  }

  /** Whether a flag is up, where the caller says so in so many words. */
  private truth(node: ts.Expression, bound: Bound): boolean | null {
    if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
    if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
    const declaration = ts.isIdentifier(node) ? this.source.declarationOf(node) : undefined;
    if (!declaration || !ts.isParameter(declaration)) return null;
    const given = this.given(declaration, bound);
    if (given) return this.truth(given, bound);
    return declaration.initializer ? this.truth(declaration.initializer, bound) : false;
  }

  private given(parameter: ts.ParameterDeclaration, bound: Bound): ts.Expression | null {
    const given = bound.get(parameter);
    if (given === undefined) throw new AskCallers(parameter.parent as FunctionNode);
    return given;
  }

  private named(node: ts.Identifier, bound: Bound): Text {
    const declaration = this.source.declarationOf(node);
    if (declaration && ts.isParameter(declaration)) {
      const value = this.given(declaration, bound) ?? declaration.initializer;
      return value ? this.text(value, bound) : [{ hole: node.text }];
    }
    if (declaration && ts.isVariableDeclaration(declaration) && declaration.initializer)
      return this.text(declaration.initializer, bound);
    return [{ hole: node.text }];
  }

  private called(node: ts.CallExpression, bound: Bound): Text {
    const callee = node.expression;
    if (ts.isPropertyAccessExpression(callee)) {
      if (callee.name.text === 'push') return [NUMBER];
      if (callee.name.text === 'join') return this.joined(node, callee.expression, bound);
    }
    const functions = this.functionsOf(callee, bound);
    if (functions.length === 0) return [{ hole: node.getText() }];
    const texts = functions.map((one) => this.result(one, bind(one, node.arguments, bound)));
    return texts.length === 1 ? (texts[0] ?? []) : [{ choice: texts }];
  }

  /** The functions that a call may mean. */
  private functionsOf(callee: ts.Expression, bound: Bound): FunctionNode[] {
    if (isFunction(callee)) return [callee];
    if (ts.isElementAccessExpression(callee)) {
      const table = this.source.declarationOf(callee.expression);
      const object = table && ts.isVariableDeclaration(table) ? table.initializer : undefined;
      if (!object || !ts.isObjectLiteralExpression(object)) return [];
      return object.properties.flatMap((one) =>
        ts.isPropertyAssignment(one) ? this.functionsOf(one.initializer, bound) : [],
      );
    }
    const name = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
    const meant = this.source.declarationOf(name);
    if (!meant) return [];
    if (isFunction(meant)) return [meant];
    if (ts.isVariableDeclaration(meant) && meant.initializer) return this.functionsOf(meant.initializer, bound);
    if (!ts.isParameter(meant)) return [];
    const given = this.given(meant, bound);
    return given ? this.functionsOf(given, bound) : [];
  }

  private result(of: FunctionNode, bound: Bound): Text {
    if (!of.body) return [{ hole: of.getText() }];
    if (!ts.isBlock(of.body)) return this.text(of.body, bound);
    const returned: ts.Expression[] = [];
    everyOwnNode(of.body, (node) => {
      if (ts.isReturnStatement(node) && node.expression) returned.push(node.expression);
    });
    const texts = returned.map((one) => this.text(one, bound));
    return texts.length === 1 ? (texts[0] ?? []) : [{ choice: texts }];
  }

  /** A list of conditions: what it begins with, and what is pushed on the way. */
  private joined(node: ts.CallExpression, list: ts.Expression, bound: Bound): Text {
    const declaration = ts.isIdentifier(list) ? this.source.declarationOf(list) : undefined;
    const initializer = declaration && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
    const by = node.arguments[0];
    if (!declaration || !initializer || !ts.isArrayLiteralExpression(initializer) || !by || !ts.isStringLiteral(by))
      return [{ hole: node.getText() }];
    const optional: Text[] = [];
    everyNode(bodyAround(declaration), (one) => {
      if (!ts.isCallExpression(one) || !ts.isPropertyAccessExpression(one.expression)) return;
      if (one.expression.name.text !== 'push') return;
      if (this.source.declarationOf(one.expression.expression) !== declaration) return;
      optional.push(...this.pushed(one.arguments, by.text, bound));
    });
    return [{ list: initializer.elements.map((one) => this.text(one, bound)), optional, by: by.text }];
  }

  /** What one push adds, its arguments together; what a helper pushes depends on each of its calls. */
  private pushed([first, ...rest]: readonly ts.Expression[], by: string, bound: Bound): Text[] {
    if (!first) return [];
    if (rest.length === 0) return this.textsOf(first, bound);
    return [[first, ...rest].flatMap((one, i) => [...(i > 0 ? [by] : []), ...this.text(one, bound)])];
  }
}

const NUMBER: Part = { hole: 'number' };
const isNumber = (part: Part | undefined): boolean => part === NUMBER;
const numberedAfter = (part: Part): Part => (typeof part === 'string' ? part.replace(/\$$/, NUMBERED) : part);

const isFunction = (node: ts.Node): node is FunctionNode =>
  ts.isFunctionDeclaration(node) ||
  ts.isArrowFunction(node) ||
  ts.isFunctionExpression(node) ||
  ts.isMethodDeclaration(node);

/** A name has one meaning at a time: no function that makes a part of a statement calls itself. */
function bind(of: FunctionNode, given: readonly ts.Expression[], bound: Bound): Bound {
  return new Map([...bound, ...of.parameters.map((one, i) => [one, given[i] ?? null] as const)]);
}

function isInside(node: ts.Node, around: ts.Node): boolean {
  for (let one = node; !ts.isSourceFile(one); one = one.parent) if (one === around) return true;
  return false;
}

function bodyAround(node: ts.Node): ts.Node {
  let around = node.parent;
  while (!isFunction(around) && !ts.isSourceFile(around)) around = around.parent;
  return around;
}

function everyOwnNode(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => {
    if (!isFunction(child)) everyOwnNode(child, look);
  });
}
