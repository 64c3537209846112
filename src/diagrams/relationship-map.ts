/** Relationship maps: core nodes in one column, partners beside them, and every tie a line with its words above it. */

import { diagnose, type Report } from '../model/diagnostic.ts';
import { attribute, EVIDENCE, INLINE, token, YES_NO } from '../model/element.ts';
import { suggestion } from '../model/nearest.ts';
import type { DiagramPart } from '../model/node.ts';
import type { Rect } from '../model/units.ts';
import { arrange, tiesOf } from './arrangement.ts';
import type { DiagramContext, DiagramDrawing, DiagramKind } from './kind.ts';
import { inlinesOf, partsOf, plainOf, wordsOf } from './parts.ts';
import { planMap } from './plan.ts';
import { STRAY_TIE, UNKNOWN_NODE } from './problems.ts';
import { drawPlan } from './routes.ts';

const PLACEMENTS = ['hub', 'columns'];
const DASHES = ['solid', 'dashed', 'dotted', 'dash-dotted', 'long-dashed'];

export const relationshipMap: DiagramKind = {
  phrase: 'Relationship map',
  attributes: {
    placement: token(PLACEMENTS, '`hub` has partners on both sides of the core, `columns` on the right alone.', {
      default: 'hub',
    }),
  },
  parts: ['node', 'tie'],
  elements: {
    node: {
      doc: 'One who takes part in a relationship map; its words are the name.',
      children: INLINE,
      words: true,
      attributes: {
        id: attribute('text', 'What ties call it.', { required: true }),
        group: token(['core', 'partner'], '`core` for those whom the slide is about.', { default: 'partner' }),
        fact: EVIDENCE,
      },
    },
    tie: {
      doc: 'What joins two nodes; its words stand above the line.',
      children: INLINE,
      words: true,
      attributes: {
        from: attribute('text', 'Id of a node.', { required: true }),
        to: attribute('text', 'Id of a node.', { required: true }),
        kind: attribute('text', 'What flows, in one word: bold before the words, and in the alternative text.'),
        dash: token(DASHES, 'How the line is drawn: the same for all ties of a kind.', { default: 'solid' }),
        arrow: token(YES_NO, '`yes` for what flows one way.', { default: 'no' }),
        fact: EVIDENCE,
      },
    },
  },
  describe: describeTies,
  check: checkTies,
  sizes: ({ type: { lead, table } }) => ({ largest: lead.size, smallest: table.minimum }),
  draw: drawMap,
  advice:
    'shorten the labels, take out a tie, use `placement: columns`, or show the ties as a table: `slide: partners`',
};

/** `SK hynix – TSMC (technology)` */
function describeTies(diagram: DiagramPart): readonly string[] {
  const names = new Map(partsOf(diagram, 'node').map(node => [plainOf(node, 'id'), wordsOf(node)]));
  return tiesOf(diagram).map(({ part, from, to }) => {
    const kind = plainOf(part, 'kind');
    return `${names.get(from)} – ${names.get(to)}${kind === null ? '' : ` (${kind})`}`;
  });
}

function checkTies(diagram: DiagramPart, report: Report): void {
  const known = partsOf(diagram, 'node').map(node => plainOf(node, 'id') ?? '');
  for (const tie of partsOf(diagram, 'tie'))
    for (const end of ['from', 'to']) {
      const [id, origin] = [plainOf(tie, end), originOf(tie, end)];
      if (id === null || known.includes(id)) continue;
      report(diagnose(UNKNOWN_NODE, origin, `There is no node \`${id}\`.`, { hint: suggestion(id, known) }));
    }
  for (const { part, from, to } of arrange(diagram).stray) {
    const message = `The tie from \`${from}\` to \`${to}\` cannot be drawn: a line between them would cross other nodes.`;
    const hint = 'give one of them `group: core`, or show the ties as a table: `slide: partners`';
    report(diagnose(STRAY_TIE, originOf(part, 'from'), message, { hint }));
  }
}

/** The datum of an attribute, else the part's own. */
function originOf(part: DiagramPart, name: string) {
  const [first] = inlinesOf(part, name);
  return first?.kind === 'text' ? first.origin : part.origin;
}

/** With as few tracks for elbows as the ties need: each takes room from the words. */
function drawMap(diagram: DiagramPart, frame: Rect, context: DiagramContext): DiagramDrawing {
  const arrangement = arrange(diagram);
  for (let tracks = 0; ; tracks++) {
    const plan = planMap(diagram, arrangement, { frame, tracks }, context);
    if (plan.tracks <= tracks) return { items: drawPlan(diagram, arrangement, plan, context), excess: plan.excess };
  }
}
