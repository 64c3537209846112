/** A page being drawn: operators in the scene's own coordinates, y downwards in points (ISO 32000-1, 8 and 9). */
import { type Brand, type ColourToken, colourOf } from '../../model/brand.ts';
import type { Step } from '../../model/outline.ts';
import type { Span, Stroke } from '../../model/scene.ts';
import type { Points, Rect } from '../../model/units.ts';
import { dashesOf, stripesOver } from '../geometry.ts';
import type { Document } from './document.ts';
import { bytesOf, type Reference } from './file.ts';
import type { Element, Structure } from './structure.ts';
import { dictionary, list, literal, number, numbers, type Pdf, rgb, words } from './syntax.ts';
import { showing } from './typefaces.ts';

/** What a page is written with. */
export interface Hand {
  readonly canvas: Canvas;
  readonly structure: Structure;
  /** BCP 47, of the document: what is written in another says so. */
  readonly language: string;
}

export interface Canvas {
  /** Marks what is drawn as the element's; as decoration where it is null. A mark holds no other. */
  marked(element: Element | null, draw: () => void, language?: string): void;
  fill(
    steps: readonly Step[],
    colour: ColourToken,
    more?: { readonly hatched?: boolean; readonly evenOdd?: boolean },
  ): void;
  stroke(steps: readonly Step[], stroke: Stroke): void;
  /** Text at its place; `spaced` puts a space behind it, which shows in what is copied alone. */
  write(span: Span, baseline: Points, spaced?: boolean): void;
  /** The whole picture in one rectangle, seen through another. */
  picture(file: string, whole: Rect, seen: Rect): void;
  /** A link over a rectangle: to an address, or to a slide as `#id`. Where that slide is not in the document there is none. */
  link(area: Rect, href: string, title: string, element: Element): void;
  /** A rectangle as the page has it: left, bottom, right and top. */
  areaOf(frame: Rect): Pdf;
  /** Draws within a part of the page, at a scale. */
  placed(at: { readonly x: Points; readonly y: Points; readonly scale: number }, draw: () => void): void;
  /** Writes the page. */
  finish(): void;
}

/** From the scene to the page: x · scale + left, top − y · scale. */
interface Place {
  readonly left: number;
  readonly top: number;
  readonly scale: number;
}

export function canvasOf(
  page: Reference,
  { width, height }: { readonly width: Points; readonly height: Points },
  brand: Brand,
  document: Document,
): Canvas {
  const { file, structure, typefaces, images } = document;
  const operators: string[] = [`1 0 0 -1 0 ${number(height)} cm`];
  const annotations: Reference[] = [];
  let place: Place = { left: 0, top: height, scale: 1 };
  const put = (...lines: readonly string[]): void => void operators.push(...lines);
  const hex = (token: ColourToken): string => colourOf(brand, token).hex;

  const areaOf = (frame: Rect): Pdf => {
    const { left, top, scale } = place;
    const [x, y] = [left + frame.x * scale, top - frame.y * scale];
    return numbers(x, y - frame.height * scale, x + frame.width * scale, y);
  };

  return {
    marked(element, draw, language) {
      if (element === null) put('/Artifact BMC');
      else {
        const lang = language === undefined ? null : literal(language);
        const properties = dictionary({ MCID: String(structure.mark(element, page)), Lang: lang });
        put(`/${element.type} ${properties} BDC`);
      }
      draw();
      put('EMC');
    },
    fill(steps, colour, { hatched = false, evenOdd = false } = {}) {
      const [outline, operator] = [pathOf(steps), evenOdd ? 'f*' : 'f'];
      put(`${rgb(hex(hatched ? 'paper' : colour))} rg ${outline} ${operator}`);
      if (hatched) put('q', `${outline} W n ${rgb(hex(colour))} rg`, ...stripesOver(steps).map(pathOf), 'f', 'Q');
    },
    stroke(steps, stroke) {
      const dashes = list(dashesOf(stroke).map(number));
      put(`${rgb(hex(stroke.colour))} RG ${number(stroke.width)} w ${dashes} 0 d`, pathOf(steps), 'S');
    },
    write(span, baseline, spaced = false) {
      const face = typefaces.of(span);
      const shown = showing(document.glyphs(spaced ? { ...span, text: `${span.text} ` } : span), span.size, face);
      put(
        `BT /${face.resource} ${number(span.size)} Tf ${rgb(hex(span.colour))} rg`,
        `1 0 0 -1 ${numbers(span.x, baseline - span.rise)} Tm ${shown} TJ ET`,
      );
    },
    picture(picture, whole, seen) {
      const resource = images.use(picture, whole.width * place.scale);
      put('q', `${numbers(seen.x, seen.y, seen.width, seen.height)} re W n`);
      put(`${numbers(whole.width, 0, 0, -whole.height, whole.x, whole.y + whole.height)} cm /${resource} Do`, 'Q');
    },
    areaOf,
    link(area, href, title, element) {
      const action = document.actionOf(href);
      if (action === null) return;
      const reference = file.reserve();
      const key = structure.annotate(element, reference, page);
      const entries = { Type: '/Annot', Subtype: '/Link', Rect: `[${areaOf(area)}]`, Border: '[0 0 0]', F: '4' };
      file.add(dictionary({ ...entries, ...action, Contents: words(title), StructParent: String(key) }), reference);
      annotations.push(reference);
    },
    placed({ x, y, scale }, draw) {
      const before = place;
      put('q', `${numbers(scale, 0, 0, scale, x, y)} cm`);
      place = { left: before.left + x * before.scale, top: before.top - y * before.scale, scale: before.scale * scale };
      draw();
      place = before;
      put('Q');
    },
    finish() {
      const content = file.addStream({}, bytesOf(`${operators.join('\n')}\n`));
      file.add(
        dictionary({
          Type: '/Page',
          Parent: document.pages,
          MediaBox: `[0 0 ${numbers(width, height)}]`,
          Resources: document.resources,
          Contents: content,
          Annots: annotations.length === 0 ? null : list(annotations),
          StructParents: String(structure.keyOf(page)),
          Tabs: '/S',
        }),
        page,
      );
    },
  };
}

const pathOf = (steps: readonly Step[]): Pdf =>
  steps.map(([command, ...at]) => `${numbers(...at)} ${{ M: 'm', L: 'l', C: 'c', Z: 'h' }[command]}`).join(' ');
