/** The closed list of elements and attributes. `templates/README.md` is its reading form; a test keeps the two alike. */

import { DIAGRAM_ATTRIBUTES, DIAGRAM_ELEMENTS, DIAGRAM_PARTS, DIAGRAMS } from '../diagrams/diagrams.ts';
import { LAYOUTS, STATUSES } from '../model/brand.ts';
import { CHART_TYPES } from '../model/chart.ts';
import {
  type AttributeRules,
  attribute,
  type ElementRule,
  type ElementRules,
  EVIDENCE,
  INLINE,
  ON_OFF,
  token,
  YES_NO,
} from '../model/element.ts';

const BLOCK = [
  'row',
  'column',
  'grid',
  'card',
  'stat',
  'p',
  'ul',
  'ol',
  'table',
  'chart',
  'diagram',
  'picture',
  'rule',
  'shape',
  'icon',
  'ball',
  'status',
  'delta',
];

const GAPS = ['none', 's', 'm', 'l'];
const colour = attribute('colour', 'Colour of the words.');
const style = (tokens: readonly string[]) =>
  token(tokens, 'What the words are for; the brand says how they look.', { default: 'body' });
const alt = attribute('text', 'Alternative text; left out, it is written from the data.');

/** What every box can be told; defaults differ. */
const box = (gap: string, padding: string, fill: string | null): AttributeRules => ({
  gap: token(GAPS, 'Room between the children.', { default: gap }),
  padding: token(GAPS, 'Room between the edge and the children.', { default: padding }),
  fill: attribute('colour', 'A ground under the children; `none` for none.', { default: fill }),
  accent: token(YES_NO, 'A bar of the highlight colour at the left edge.', { default: 'no' }),
  grow: token(YES_NO, 'Takes the height that is left.', { default: 'no' }),
  align: token(['start', 'center', 'end', 'stretch'], 'How children stand across the direction.', {
    default: 'stretch',
  }),
  justify: token(['start', 'center', 'end', 'between'], 'How children stand along the direction.', {
    default: 'start',
  }),
});

const words = (doc: string): ElementRule => ({ doc, children: INLINE, words: true, attributes: {} });
const look = (doc: string): ElementRule => ({ doc, children: INLINE, words: true, attributes: {} });
const cell = (doc: string): ElementRule => ({
  doc,
  children: INLINE,
  words: true,
  attributes: {
    align: token(['left', 'center', 'right'], 'Left out, a column of figures stands right and words stand left.'),
    colspan: attribute('count', 'Columns that it takes.', { default: '1' }),
    rowspan: attribute('count', 'Rows that it takes.', { default: '1' }),
    color: colour,
  },
});
const list = (doc: string): ElementRule => ({
  doc,
  children: ['li'],
  words: false,
  attributes: { style: style(['body', 'lead', 'label']), color: colour },
});

export const ELEMENTS: ElementRules = {
  slide: {
    doc: 'One slide: texts for the placeholders of its layout, and the body below each other.',
    children: ['title', 'subtitle', 'subhead', 'date', 'so-what', 'sticker', 'source-line', 'notes', ...BLOCK],
    words: false,
    attributes: {
      layout: token(LAYOUTS, 'The PowerPoint layout that it stands on.', { required: true }),
      tracker: token(YES_NO, 'The section above the title; left out, wherever the layout has a place for it.'),
      footer: token(YES_NO, 'Footer and slide number; left out, wherever the layout has a place for them.'),
    },
  },
  title: words('The action title.'),
  subtitle: words('The line under the title of a cover or a divider.'),
  subhead: words('Measure, unit and period, under the title.'),
  date: words('The date of a cover.'),
  'so-what': words('The consequence, in the band at the foot.'),
  sticker: words('A word in the top right corner.'),
  'source-line': {
    doc: 'The line of sources at the foot; which ones is read from the facts that the slide shows. Its words are the footnote.',
    children: INLINE,
    words: true,
    attributes: {
      source: attribute('text', 'What stands before the sources, such as `Source:`.', { required: true }),
      note: attribute('text', 'What stands before the footnote, such as `Note:`.', { required: true }),
      see: attribute('text', 'On a summary, instead of sources: the slides that name them, for `{slides}`.'),
      own: attribute('text', 'A source that is not in the ledger, such as a count of it; it stands first.'),
    },
  },
  notes: { doc: 'What the speaker says.', children: ['p', ...INLINE], words: true, attributes: {} },
  row: {
    doc: 'Children side by side.',
    children: BLOCK,
    words: false,
    attributes: {
      columns: attribute('shares', 'Twelfths of the width, one a child, such as `8 4`; left out, equal shares.'),
      ...box('m', 'none', null),
    },
  },
  column: { doc: 'Children below each other.', children: BLOCK, words: false, attributes: box('s', 'none', null) },
  grid: {
    doc: 'Children side by side in rows of equal width.',
    children: BLOCK,
    words: false,
    attributes: {
      columns: attribute('count', 'How many stand in a row.', { required: true }),
      ...box('m', 'none', null),
    },
  },
  card: { doc: 'A column on a ground of its own.', children: BLOCK, words: false, attributes: box('s', 'm', 'card') },
  stat: {
    doc: 'A figure set large, its unit small behind it, or below where that has no room.',
    children: [],
    words: false,
    attributes: {
      fact: attribute('quantity', 'The figure.', { required: true }),
      form: token(['short', 'long', 'number'], '`short` splits numeral and unit.', { default: 'short' }),
      style: token(['number', 'hero'], '`hero` for the only figure of a slide.', { default: 'number' }),
      color: attribute('colour', 'Colour of the numeral.'),
    },
  },
  p: {
    doc: 'A paragraph.',
    children: INLINE,
    words: true,
    attributes: {
      style: style(['body', 'lead', 'heading', 'quote', 'subhead', 'label', 'value', 'number', 'unit', 'source']),
      color: colour,
      align: token(['left', 'center', 'right'], 'How the lines stand.', { default: 'left' }),
      fact: EVIDENCE,
    },
  },
  ul: list('A list with bullets.'),
  ol: list('A numbered list.'),
  li: {
    doc: 'An item; a list inside of it is its second level.',
    children: ['ul', 'ol', ...INLINE],
    words: true,
    attributes: {},
  },
  table: {
    doc: 'A native table with hairlines.',
    children: ['tr'],
    words: false,
    attributes: {
      columns: attribute('shares', 'Shares of the width, one a column; left out, by content.'),
      style: token(['table', 'label'], 'What the cells are for; the brand says how they look.', { default: 'table' }),
      banded: token(YES_NO, '`yes` for a tint under every other row, where long rows are read across.', {
        default: 'no',
      }),
      alt,
    },
  },
  tr: {
    doc: 'A row; one of `th` alone is a header and is repeated when the table is continued.',
    children: ['th', 'td'],
    words: false,
    attributes: {
      emphasis: token(ON_OFF, '`on` for the row that proves the title.', { default: 'off' }),
      fact: EVIDENCE,
    },
  },
  th: cell('A head of a column, or of a row.'),
  td: cell('A cell.'),
  chart: {
    doc: 'A native chart of points, or of series of points.',
    children: ['point', 'total', 'series'],
    words: false,
    attributes: {
      type: token(CHART_TYPES, 'What draws its points; `bar` lies, `column` stands.', { required: true }),
      sort: token(['none', 'desc', 'asc'], 'By value; what comes first is on top or left.', { default: 'none' }),
      stacking: token(['none', 'stacked', 'percent'], 'How series of one category stand.', { default: 'none' }),
      reference: attribute('quantity', 'A line across the plot: a limit, a target, an average.'),
      'reference-label': attribute('text', 'What the line is.'),
      from: attribute('number', 'Where the value axis begins; left out, where the data ask for.'),
      to: attribute('number', 'Where it ends.'),
      digits: attribute('count', 'Of the values; left out, as many as the facts have.'),
      gridlines: token(YES_NO, 'Whether the value axis is drawn; left out, where points cannot carry their values.'),
      'x-title': attribute('text', 'What is measured across, in a scatter or bubble chart.'),
      'y-title': attribute('text', 'What is measured upwards; mostly the subhead says it.'),
      alt,
    },
  },
  series: {
    doc: 'One series of a chart that has several.',
    children: ['point', 'total'],
    words: false,
    attributes: {
      name: attribute('text', 'What it is called; left out, where there is but one.'),
      mark: token(['column', 'line'], 'What draws it in a combination.', { default: 'column' }),
      emphasis: token(ON_OFF, '`on`: the highlight, beside which the others are grey.'),
      color: attribute('colour', "Left out, the brand's next series colour."),
    },
  },
  point: {
    doc: 'One value of a chart.',
    children: [],
    words: false,
    attributes: {
      label: attribute('text', 'The category.', { required: true }),
      fact: attribute('quantity', 'The value.', { required: true }),
      at: attribute('text', 'The period that it belongs to, such as `2024-Q2`: lines run to scale.'),
      x: attribute('quantity', 'Where it stands across, in a scatter or bubble chart.'),
      size: attribute('quantity', 'How large it is, in a bubble chart.'),
      emphasis: token(ON_OFF, '`on`: the highlight; `off`: grey beside it.'),
      forecast: token(YES_NO, 'Drawn hatched or dashed; left out, as the fact says.'),
      subtract: token(YES_NO, 'Its value is taken off: a supply, a cost.', { default: 'no' }),
      remainder: token(YES_NO, 'Its value is what the points before it leave of the fact.', { default: 'no' }),
      last: token(YES_NO, 'Stays last however the chart is sorted: the rest, or others.', { default: 'no' }),
    },
  },
  total: {
    doc: 'The sum of the steps before it in a waterfall, whose first total is what they are added to; beside series, the sum of a stack.',
    children: [],
    words: false,
    attributes: {
      label: attribute('text', 'The category.', { required: true }),
      fact: attribute('quantity', 'The figure that was published: it must be the sum, or have its reason.'),
      reason: attribute('text', 'Why the published figure is another; the column shows the sum.'),
      emphasis: token(ON_OFF, '`on`: the highlight; `off`: grey beside it.'),
      forecast: token(YES_NO, 'Drawn hatched; left out, as its parts say.'),
    },
  },
  diagram: {
    doc: 'A figure with rules of its own; what it may hold depends on its type.',
    children: DIAGRAM_PARTS,
    words: false,
    attributes: {
      type: token(Object.keys(DIAGRAMS), 'What it shows.', { required: true }),
      ...DIAGRAM_ATTRIBUTES,
      alt,
    },
  },
  ...DIAGRAM_ELEMENTS,
  picture: {
    doc: 'A picture of the data.',
    children: [],
    words: false,
    attributes: {
      src: attribute('picture', 'The picture, as the data names it.', { required: true }),
      alt: attribute('text', 'What the picture shows; needed unless it is decorative.'),
      decorative: token(YES_NO, '`yes` for a picture that says nothing.', { default: 'no' }),
      focus: attribute('focus', 'What stays in sight when it is cropped: `centre`, `top-left` …, or `30% 60%`.', {
        default: 'centre',
      }),
      fit: token(['cover', 'contain'], '`cover` fills the frame and is cropped, `contain` is shown whole.', {
        default: 'contain',
      }),
    },
  },
  rule: {
    doc: 'A hairline.',
    children: [],
    words: false,
    attributes: {
      color: attribute('colour', 'Colour of the line.', { default: 'hairline' }),
      direction: token(['horizontal', 'vertical'], 'Which way it runs.', { default: 'horizontal' }),
    },
  },
  shape: {
    doc: 'A plain shape.',
    children: [],
    words: false,
    attributes: {
      type: token(['rectangle', 'ellipse', 'chevron'], 'Its form.', { required: true }),
      color: attribute('colour', 'Colour of the shape.', { default: 'primary' }),
      size: token(['s', 'm', 'l'], 'How large.', { default: 'm' }),
    },
  },
  icon: {
    doc: 'An icon of the set, as a shape that can be recoloured; without a name there is none.',
    children: [],
    words: false,
    attributes: {
      name: attribute('text', 'What it is called in the set, such as `factory`.'),
      color: attribute('colour', 'Colour of the icon.', { default: 'primary' }),
      size: token(['s', 'm', 'l'], 'How large; one size a slide.', { default: 'm' }),
      alt: attribute('text', 'What it means, where the words beside it do not say it.'),
    },
  },
  ball: {
    doc: 'A disc filled by quarters: a judgement from nothing to all.',
    children: [],
    words: false,
    attributes: {
      value: token(['0', '1', '2', '3', '4'], 'How many quarters.', { required: true }),
      color: attribute('colour', 'Colour of the disc.', { default: 'muted' }),
      alt: attribute('text', 'What it says; left out, `3/4`.'),
    },
  },
  status: {
    doc: 'A status by shape, letter and colour: a disc, a triangle or a square, as the brand has them.',
    children: [],
    words: false,
    attributes: {
      value: token(STATUSES, 'The status.', { required: true }),
      alt: attribute('text', 'What it says; left out, its letter.'),
    },
  },
  delta: {
    doc: 'A change with its arrow and its sign; its words say since when.',
    children: INLINE,
    words: true,
    attributes: {
      fact: attribute('quantity', 'The change.', { required: true }),
      color: attribute('colour', 'Colour of the words: that of a status only where the change is good or bad.'),
    },
  },
  b: look('Bold.'),
  em: look('Emphasis: italic, in scripts that have it.'),
  sup: look('Raised.'),
  sub: look('Lowered.'),
  span: { ...look('Words in a colour of their own.'), attributes: { color: { ...colour, required: true } } },
  a: {
    ...look('A link.'),
    attributes: { href: attribute('address', '`https:`, `http:`, `mailto:`, or `#slide-id`.', { required: true }) },
  },
  br: { doc: 'A line break.', children: [], words: false, attributes: {} },
  'page-of': {
    doc: 'The page of a slide, or of the first slide of a section, as a link to it.',
    children: [],
    words: false,
    attributes: { slide: attribute('slide', 'Id of the slide or section.', { required: true }) },
  },
  'pages-of': {
    doc: 'The pages of all slides that show a fact of a source: `2, 5, 7–9`.',
    children: [],
    words: false,
    attributes: { source: attribute('source', 'Id of the source.', { required: true }) },
  },
};
