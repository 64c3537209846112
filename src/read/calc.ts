/** Expressions over facts: `$(chile) / sum(output) * 100`, parsed into a tree and computed. */

/** Offsets are into the expression. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  /** `$(id)`, `$(id.member)`: one value. */
  | { readonly kind: 'fact'; readonly name: string; readonly offset: number }
  /** `sum(id)`: all members. */
  | { readonly kind: 'sum'; readonly name: string; readonly offset: number }
  | { readonly kind: 'negative'; readonly of: Expression }
  | {
      readonly kind: 'operation';
      readonly sign: Sign;
      readonly left: Expression;
      readonly right: Expression;
    };
type Sign = '+' | '-' | '*' | '/' | '^';

export interface CalcFault {
  readonly offset: number;
  readonly message: string;
}

const TOKEN = /\s*(?:(\d+(?:\.\d+)?|\.\d+)|\$\(\s*([^()]*?)\s*\)|(sum)\s*\(|([-+*/^()])|(\S))/y;
const BINDING: Readonly<Record<Sign, number>> = { '+': 1, '-': 1, '*': 2, '/': 2, '^': 4 };
/** A sign before a value binds closer than `*` and looser than `^`: -2^2 is -4. */
const NEGATIVE = 3;
const MAX_DEPTH = 50;

interface Token {
  readonly kind: 'number' | 'fact' | 'sum' | 'sign' | 'stray' | 'end';
  readonly text: string;
  readonly offset: number;
}

/** The tree of an expression, or the first thing that is wrong with it. */
export function parseCalc(text: string): Expression | CalcFault {
  const tokens = tokenise(text);
  const state: State = { tokens, next: 0, fault: null };
  const tree = expression(state, 0, 0);
  const rest = take(state);
  if (rest.kind !== 'end') fail(state, `An operator is expected before \`${rest.text}\`.`, rest.offset);
  return state.fault ?? tree;
}

/** The facts that an expression needs. */
export function usesOf(tree: Expression): readonly Extract<Expression, { name: string }>[] {
  switch (tree.kind) {
    case 'number':
      return [];
    case 'fact':
    case 'sum':
      return [tree];
    case 'negative':
      return usesOf(tree.of);
    case 'operation':
      return [...usesOf(tree.left), ...usesOf(tree.right)];
  }
}

/** The value of an expression; infinite or NaN where it divides by zero. */
export function compute(tree: Expression, valueOfUse: (use: Extract<Expression, { name: string }>) => number): number {
  switch (tree.kind) {
    case 'number':
      return tree.value;
    case 'fact':
    case 'sum':
      return valueOfUse(tree);
    case 'negative':
      return -compute(tree.of, valueOfUse);
    case 'operation':
      return OPERATIONS[tree.sign](compute(tree.left, valueOfUse), compute(tree.right, valueOfUse));
  }
}

const OPERATIONS: Readonly<Record<Sign, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '^': (a, b) => a ** b,
};

function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(TOKEN.source, 'y');
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [whole, number, fact, sum, sign, other] = match;
    const offset = match.index + whole.length - whole.trimStart().length;
    if (other !== undefined) tokens.push({ kind: 'stray', text: other, offset });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number, offset });
    else if (fact !== undefined) tokens.push({ kind: 'fact', text: fact, offset: text.indexOf(fact, offset) });
    else if (sum !== undefined) tokens.push({ kind: 'sum', text: sum, offset });
    else tokens.push({ kind: 'sign', text: sign!, offset });
    // The name inside `sum( )` may stand without `$( )`.
    if (sum !== undefined) pattern.lastIndex = bareName(text, pattern.lastIndex, tokens);
  }
  tokens.push({ kind: 'end', text: 'the end', offset: text.length });
  return tokens;
}

function bareName(text: string, from: number, tokens: Token[]): number {
  const match = /^\s*([A-Za-z][A-Za-z0-9-]*)\s*(?=\))/.exec(text.slice(from));
  if (match === null) return from;
  tokens.push({ kind: 'fact', text: match[1]!, offset: from + match[0].indexOf(match[1]!) });
  return from + match[0].length;
}

interface State {
  readonly tokens: readonly Token[];
  next: number;
  /** The first one: it hides those after it. */
  fault: CalcFault | null;
}

/** Precedence climbing: reads as long as operators bind at least as close as `least`. */
function expression(state: State, least: number, depth: number): Expression {
  let left = operand(state, depth);
  for (;;) {
    const token = peek(state);
    const sign = token.kind === 'sign' && Object.hasOwn(BINDING, token.text) ? (token.text as Sign) : null;
    if (sign === null || BINDING[sign] < least) return left;
    state.next++;
    const right = expression(state, sign === '^' ? BINDING[sign] : BINDING[sign] + 1, depth + 1);
    left = { kind: 'operation', sign, left, right };
  }
}

function operand(state: State, depth: number): Expression {
  const token = take(state);
  if (depth > MAX_DEPTH) return fail(state, 'The expression is nested too deeply.', token.offset);
  if (token.kind === 'number') return { kind: 'number', value: Number(token.text) };
  if (token.kind === 'fact') return { kind: 'fact', name: token.text, offset: token.offset };
  if (token.kind === 'sum') return sum(state);
  if (token.text === '-' || token.text === '+') {
    const of = expression(state, NEGATIVE, depth + 1);
    return token.text === '-' ? { kind: 'negative', of } : of;
  }
  if (token.text !== '(')
    return fail(state, `A number or a fact is expected instead of \`${token.text}\`.`, token.offset);
  const inner = expression(state, 0, depth + 1);
  expect(state, ')');
  return inner;
}

function sum(state: State): Expression {
  const name = take(state);
  if (name.kind !== 'fact') return fail(state, '`sum( )` takes the id of a fact.', name.offset);
  expect(state, ')');
  return { kind: 'sum', name: name.text, offset: name.offset };
}

const peek = (state: State): Token => state.tokens[Math.min(state.next, state.tokens.length - 1)]!;

function take(state: State): Token {
  const token = peek(state);
  state.next++;
  return token;
}

function expect(state: State, sign: string): void {
  const token = take(state);
  if (token.text !== sign) fail(state, `\`${sign}\` is expected instead of \`${token.text}\`.`, token.offset);
}

/** Notes the fault and goes to the end, where every reader stops. */
function fail(state: State, message: string, offset: number): Expression {
  state.fault ??= { message, offset };
  state.next = state.tokens.length - 1;
  return { kind: 'number', value: 0 };
}
