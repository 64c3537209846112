/** Problems with the lines that they are about. */
import type { ProblemView, Spot, View } from '../../src/preview/view.ts';
import { make } from './dom.ts';

/** One card a problem, numbered as on the slide; `go` leads to the slide of a problem that is elsewhere. */
export function problemCards(
  problems: readonly ProblemView[],
  go: ((slide: string) => void) | null,
): readonly HTMLElement[] {
  if (problems.length === 0) return [];
  const items = problems.map(problem =>
    make(
      'li',
      { class: 'problem', 'data-severity': problem.severity },
      make('p', { class: 'kind' }, make('strong', {}, problem.severity), ' ', make('code', {}, problem.code)),
      make('p', {}, ...spoken(problem.message)),
      problem.data !== null && excerpt(problem.data),
      problem.hint !== null && make('p', { class: 'hint' }, ...spoken(`Hint: ${problem.hint}`)),
      problem.template !== null &&
        make(
          'div',
          {},
          make('p', { class: 'quiet' }, problem.data === null ? 'in the template' : 'shown by'),
          excerpt(problem.template),
        ),
      go !== null && problem.slide !== null && link(problem.slide, go),
    ),
  );
  return [make('ol', { class: 'problems' }, ...items)];
}

/** What stands between backquotes is what somebody typed. */
const spoken = (text: string): (HTMLElement | string)[] =>
  text.split('`').map((part, index) => (index % 2 === 1 ? make('code', {}, part) : part));

function link(slide: string, go: (slide: string) => void): HTMLElement {
  const button = make('button', { type: 'button', class: 'go' }, `Go to ${slide}`);
  button.addEventListener('click', () => go(slide));
  return button;
}

/** Columns before the place that are shown of a long line, and columns in all. */
const BEFORE = 24;
const WIDE = 72;

/** The line with its place marked, under the address that opens it. */
export function excerpt(spot: Spot): HTMLElement {
  const at = spot.column - 1;
  const start = at > WIDE - 16 ? at - BEFORE : 0;
  const before = `${start > 0 ? '…' : ''}${spot.text.slice(start, at)}`;
  const rest = spot.text.slice(at, start + WIDE);
  const word = /^[\w$.<{-]+|^./u.exec(rest)?.[0] ?? '';
  const after = `${rest.slice(word.length)}${spot.text.length > start + WIDE ? '…' : ''}`;
  return make(
    'div',
    { class: 'excerpt' },
    place(spot),
    make('pre', {}, make('code', {}, before, make('mark', {}, word === '' ? ' ' : word), after)),
  );
}

/** `korea/facts.yaml:12:3`, its whole path when it is pointed at, and a link where an editor opens by one. */
export function place({ file, line, column, link }: Spot): HTMLElement {
  const words = `${file.split('/').slice(-2).join('/')}:${line}:${column}`;
  const more = { class: 'place', title: file };
  return link === null ? make('span', more, words) : make('a', { ...more, href: link }, words);
}

/** `2 errors, 1 warning`; empty where there is none. */
export function tally({ problems }: View): string {
  const count = (severity: ProblemView['severity'], word: string): string[] => {
    const number = problems.filter(problem => problem.severity === severity).length;
    return number === 0 ? [] : [`${number} ${word}${number === 1 ? '' : 's'}`];
  };
  return [...count('error', 'error'), ...count('warning', 'warning'), ...count('info', 'remark')].join(', ');
}
