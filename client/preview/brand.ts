/** The sheet of the brand's tokens: what a template may name. */
import type { BrandView } from '../../src/preview/view.ts';
import { fill, make } from './dom.ts';

export function showBrand(section: HTMLElement, brand: BrandView | null): void {
  fill(section, brand, () => (brand === null ? [make('p', {}, 'No brand could be read.')] : sheetOf(brand)));
}

function sheetOf({ name, ground, colours, type, faces }: BrandView): readonly HTMLElement[] {
  const swatches = colours.map(({ name, hex, slot }) => {
    const patch = make('span', { class: 'patch' });
    patch.style.backgroundColor = hex;
    return make(
      'li',
      {},
      patch,
      make('strong', {}, name),
      make('span', { class: 'quiet' }, slot === null ? hex : `${hex} ${slot}`),
    );
  });
  const roles = type.map(({ role, size, minimum, bold, colour, family }) => {
    const sample = make('span', { class: 'sample', lang: 'en' }, role);
    sample.style.font = `${bold ? 700 : 400} ${Math.min(size, 40)}px "${family}", sans-serif`;
    const sizes = size === minimum ? `${size} pt` : `${size} pt, down to ${minimum}`;
    return make(
      'tr',
      {},
      make('th', { scope: 'row' }, sample),
      make('td', {}, sizes),
      make('td', {}, bold ? `${family} bold` : family),
      make('td', {}, colour),
    );
  });
  const head = ['Role', 'Size', 'Face', 'Colour'].map(word => make('th', { scope: 'col' }, word));
  return [
    make('h2', {}, name),
    make('p', { class: 'quiet' }, `Made for a ${ground} ground.`),
    make('h3', {}, 'Colours'),
    make('ul', { class: 'swatches' }, ...swatches),
    make('h3', {}, 'Type'),
    make('table', { class: 'roles' }, make('thead', {}, make('tr', {}, ...head)), make('tbody', {}, ...roles)),
    make('h3', {}, 'Faces'),
    make(
      'dl',
      {},
      ...faces.flatMap(({ role, latin, others }) => [
        make('dt', {}, role),
        make('dd', {}, [latin, ...others].join(', ')),
      ]),
    ),
  ];
}
