/** Two axes of values in one chart: where their lines cross is chance. */
import type { Problem } from '../model/diagnostic.ts';
import type { Rule } from './rule.ts';
import { leaves, onSlide } from './walk.ts';

const TWO_AXES: Problem = {
  code: 'two-axes',
  severity: 'warning',
  means: 'A chart sets two units on two axes, whose distance is chosen and proves nothing.',
  mend: 'Show two charts side by side, or the one that proves the message.',
};

/** Dual axes: legal, and seldom the best way. */
export const axes: Rule = {
  problems: [TWO_AXES],
  slide(slide, _scene, report) {
    for (const item of leaves(slide.items)) {
      if (item.kind !== 'chart' || !item.chart.series.some(({ second }) => second)) continue;
      const message = `\`${item.name}\` sets two units on two axes.`;
      report(onSlide(slide, TWO_AXES, item.origin, message, { frame: item.frame }));
    }
  },
};
