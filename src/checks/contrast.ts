/** Text and marks stand out from what they stand on. */
import { contrast } from '../colour/colour.ts';
import { type Brand, type ColourToken, colourOf } from '../model/brand.ts';
import type { Problem } from '../model/diagnostic.ts';
import type { ChartItem, Item, LaidRun, Scene, Slide } from '../model/scene.ts';
import { contains } from '../model/units.ts';
import type { Rule } from './rule.ts';
import { leaves, onSlide, points, runsOf, texts } from './walk.ts';

const TEXT: Problem = {
  code: 'contrast',
  severity: 'error',
  means: 'A text has too little contrast to its ground: 4.5:1, or 3:1 from 18 pt or 14 pt bold (WCAG 2.2, 1.4.3).',
  mend: 'Use a darker colour of the brand, or another ground.',
};

const MARK: Problem = {
  code: 'mark-contrast',
  severity: 'warning',
  means: 'A bar, a point or a line of a chart has less contrast to its ground than 3:1 (WCAG 2.2, 1.4.11).',
  mend: 'Use a darker colour of the brand for it, or put the chart on the plain page.',
};

/** Contrast. Gridlines and grounds are exempt: they carry no meaning. */
export const contrasts: Rule = {
  problems: [TEXT, MARK],
  slide(slide, scene, report) {
    const { brand } = scene;
    for (const text of texts(slide.items)) {
      const seen = new Set<ColourToken>();
      for (const run of text.paragraphs.flatMap(runsOf)) {
        const ratio = between(brand, run.colour, text.ground);
        const least = isLarge(run) ? 3 : 4.5;
        if (ratio >= least || seen.has(run.colour) || run.text.trim() === '') continue;
        seen.add(run.colour);
        const look = `${run.colour} on ${text.ground} at ${points(run.size)} pt`;
        const message = `The text \`${text.name}\`, ${look}, has a contrast of ${ratio.toFixed(1)}:1; ${least}:1 is needed.`;
        report(onSlide(slide, TEXT, run.origin, message, { frame: text.frame }));
      }
    }
    for (const item of leaves(slide.items)) if (item.kind === 'chart') checkMarks(item, slide, scene, report);
  },
};

const checkMarks = (item: ChartItem, slide: Slide, scene: Scene, report: Parameters<NonNullable<Rule['slide']>>[2]) => {
  const ground = groundOf(item, slide, scene);
  for (const colour of marksOf(item, scene.brand)) {
    const ratio = between(scene.brand, colour, ground);
    if (ratio >= 3) continue;
    const message = `Marks of \`${item.name}\`, ${colour} on ${ground}, have a contrast of ${ratio.toFixed(1)}:1; 3:1 is needed.`;
    report(onSlide(slide, MARK, item.origin, message, { frame: item.frame }));
  }
};

/** The colours that carry a chart's values. */
function marksOf({ chart }: ChartItem, brand: Brand): ReadonlySet<ColourToken> {
  const { on, off } = brand.highlight;
  return new Set(
    chart.series.flatMap(({ points, colour }, index) =>
      points.map(({ emphasis }) =>
        emphasis === 'on' ? on : emphasis === 'off' ? off : (colour ?? brand.series[index % brand.series.length]!),
      ),
    ),
  );
}

/** The fill of the last ground drawn before an item that lies under all of it, else the layout's own. */
function groundOf(item: Item, slide: Slide, { layouts }: Scene): ColourToken {
  const all = leaves(slide.items);
  const before = all.slice(0, all.indexOf(item as ChartItem));
  const under = before.flatMap(other =>
    other.kind === 'shape' && other.geometry === 'rectangle' && other.fill !== null && contains(other.frame, item.frame)
      ? [other.fill]
      : [],
  );
  return under.at(-1) ?? layouts[slide.layout].background;
}

const between = (brand: Brand, front: ColourToken, ground: ColourToken): number =>
  contrast(colourOf(brand, front).hex, colourOf(brand, ground).hex);

const isLarge = ({ size, bold }: LaidRun): boolean => size >= 18 || (size >= 14 && bold);
