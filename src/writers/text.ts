/** A scene as text, one thing a line: golden files that reviewers read as numbers and words moving. */
import type { ChartItem, Item, LaidRow, Line, Scene, Slide, Stroke, TableItem, TextBlock } from '../model/scene.ts';
import type { Rect } from '../model/units.ts';
import { outputName, type Writer } from './writer.ts';

/** One `.txt` file for the whole deck. */
export const text: Writer = {
  extension: 'txt',
  async write(scene) {
    const bytes = new TextEncoder().encode(describeScene(scene));
    return [{ name: `${outputName(scene.identity)}.txt`, bytes }];
  },
};

/**
 * Kind, name, x y w h in points to one decimal, the look, and the pointer of the datum; below a text, its lines as they
 * break. What the layout draws by itself is not repeated, nor what fills nothing: no ids, no dates, no hashes.
 */
const describeScene = (scene: Scene): string =>
  scene.slides.map(slide => `${describeSlide(slide, scene).join('\n')}\n`).join('\n');

function describeSlide(slide: Slide, { brand }: Scene): readonly string[] {
  const { width, height } = brand.page;
  const head = [`slide ${slide.number} ${slide.id}`, slide.layout, `${width}x${height}`, slide.hidden ? 'hidden' : ''];
  const where = slide.origin.pointer ?? '';
  return [line(...head, where), ...slide.items.flatMap(item => describe(item, '  '))];
}

function describe(item: Item, indent: string): readonly string[] {
  const placeholder = item.placeholder === null ? '' : `@${item.placeholder}`;
  const head = (look: string, more = '') =>
    `${indent}${`${item.kind} ${item.name}`.padEnd(30 - indent.length)} ${numbers(item.frame)}  ` +
    line(look, placeholder, item.origin.pointer ?? '', more);
  const deeper = `${indent}  `;
  switch (item.kind) {
    case 'group':
      return [head(''), ...item.items.flatMap(inner => describe(inner, deeper))];
    case 'shape': {
      const fill = item.fill === null ? '' : `fill=${item.fill}`;
      const look = [item.geometry, fill, item.hatched ? 'hatched' : '', strokeOf(item.stroke)];
      if (item.words === null) return [head(line(...look))];
      return [head(line(...look, lookOf(item.words))), ...linesOf(item.words, deeper)];
    }
    case 'freeform':
      return [head(line(item.outline.name, `fill=${item.fill}`))];
    case 'text':
      return [head(lookOf(item)), ...linesOf(item, deeper)];
    case 'image': {
      const { left, top, right, bottom } = item.crop;
      const crop = [left, top, right, bottom].some(share => share > 0)
        ? `crop=${[left, top, right, bottom].map(share => share.toFixed(3)).join(',')}`
        : '';
      return [head(line(item.file, crop))];
    }
    case 'chart':
      return [head(chartLook(item)), ...item.drawing.map(inner => short(inner, deeper))];
    case 'table':
      return [head(columnsOf(item)), ...item.rows.map(row => describeRow(row, deeper))];
    case 'connector': {
      const turns = item.corners.map(corner => ({ ...corner, item: null }));
      const ends = [item.from, ...turns, item.to].map(({ x, y, item: glued }) =>
        line(`${one(x)},${one(y)}`, glued ?? ''),
      );
      return [head(line(strokeOf(item.stroke), ends.join(' → '), item.arrow === 'end' ? 'arrow' : ''))];
    }
  }
}

const linesOf = ({ lines }: TextBlock, indent: string): readonly string[] =>
  lines.map(one => `${indent}| ${wordsOf(one)}`);

/** A part of a chart's drawing on one line. */
function short(item: Item, indent: string): string {
  const [first] = describe(item, indent);
  return item.kind === 'text' ? `${first} | ${item.lines.map(wordsOf).join(' / ')}` : first!;
}

function lookOf({ role, paragraphs, lines, anchor }: TextBlock): string {
  const runs = paragraphs.flatMap(({ runs }) => runs.filter(run => run.kind === 'run'));
  const sizes = [...new Set(runs.map(({ size }) => size))].join('+');
  const colours = [...new Set(runs.map(({ colour }) => colour))].join('+');
  const weight = runs.every(({ bold }) => bold) ? 'bold' : runs.some(({ bold }) => bold) ? 'part bold' : '';
  const align = paragraphs[0]?.align ?? 'left';
  const families = [...new Set(lines.flatMap(({ spans }) => spans.map(({ family }) => family)))].join('+');
  const place = [align === 'left' ? '' : align, anchor === 'top' ? '' : anchor];
  return runs.length === 0 ? `${role} empty` : line(role, families, sizes, weight, colours, ...place);
}

const chartLook = ({ chart, axis, gapWidth, sizes, plot }: ChartItem): string =>
  line(
    `${chart.type} ${chart.categories.length}x${chart.series.length}`,
    chart.stacking === 'none' ? '' : chart.stacking,
    `axis=${axis.minimum}..${axis.maximum}/${axis.step}`,
    `gap=${Math.round(gapWidth)}`,
    `sizes=${sizes.value},${sizes.label}`,
    `plot=${[plot.x, plot.y, plot.width, plot.height].map(one).join(',')}`,
  );

const columnsOf = ({ columns }: TableItem): string => `columns=${columns.map(one).join(',')}`;

function describeRow({ height, header, cells, rule }: LaidRow, indent: string): string {
  const words = cells.map(({ text, fill, columnSpan, rowSpan }) =>
    line(
      text.lines.map(wordsOf).join(' / '),
      fill === null ? '' : `[${fill}]`,
      columnSpan > 1 ? `[${columnSpan} columns]` : '',
      rowSpan > 1 ? `[${rowSpan} rows]` : '',
    ),
  );
  const size = cells[0]?.text.paragraphs[0]?.runs.find(run => run.kind === 'run')?.size ?? '';
  return `${indent}${line(header ? 'header' : 'row', one(height), `${size}`, strokeOf(rule))} | ${words.join(' | ')}`;
}

const strokeOf = (stroke: Stroke | null): string =>
  stroke === null ? '' : `stroke=${stroke.colour},${stroke.width}${stroke.dash === 'solid' ? '' : `,${stroke.dash}`}`;

/** A gap between spans, as after a bullet, is a blank. */
const wordsOf = ({ spans }: Line): string =>
  spans.reduce((words, { text, x }, index) => {
    const before = spans[index - 1];
    return before !== undefined && x - before.x - before.width > 1 ? `${words} ${text}` : words + text;
  }, '');
const one = (value: number): string => (Math.abs(value) < 0.05 ? '0.0' : value.toFixed(1));
const numbers = ({ x, y, width, height }: Rect): string =>
  [x, y, width, height].map(value => one(value).padStart(6)).join(' ');
const line = (...parts: readonly string[]): string => parts.filter(part => part !== '').join(' ');
