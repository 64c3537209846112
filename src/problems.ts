/** Every diagnostic that the compiler knows, gathered from the rooms that declare them. */
import { RULES } from './checks/checks.ts';
import { EXPAND_PROBLEMS } from './expand/expand.ts';
import { LAYOUT_PROBLEMS } from './layout/layout.ts';
import type { Problem } from './model/diagnostic.ts';
import { PARSE_PROBLEMS } from './parse/parse.ts';
import { READ_PROBLEMS } from './read/read.ts';
import { UNKNOWN_LANGUAGE } from './request.ts';
import { WRITE_PROBLEMS } from './writers/writers.ts';

/** By code. */
export const PROBLEMS: readonly Problem[] = [
  ...READ_PROBLEMS,
  UNKNOWN_LANGUAGE,
  ...EXPAND_PROBLEMS,
  ...PARSE_PROBLEMS,
  ...LAYOUT_PROBLEMS,
  ...RULES.flatMap(rule => rule.problems),
  ...WRITE_PROBLEMS,
].sort((a, b) => (a.code < b.code ? -1 : 1));

/** What `explain` prints of one code, or of all; null for a code that does not exist. */
export function explanation(code: string | null): string | null {
  if (code === null)
    return PROBLEMS.map(problem => `${problem.severity}\t${problem.code}\t${problem.means}\n`).join('');
  const problem = PROBLEMS.find(candidate => candidate.code === code);
  return problem === undefined ? null : `${problem.severity} ${problem.code}\n  ${problem.means}\n  ${problem.mend}\n`;
}
