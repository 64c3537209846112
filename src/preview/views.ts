/** From a build to what the page shows: slides with their drawings, problems at their places, facts with their sources. */
import { createHash } from 'node:crypto';
import type { Build, Version } from '../build.ts';
import type { DiskProject } from '../files.ts';
import { loadFaces } from '../fonts/fonts.ts';
import { type Brand, colourOf, latinOf } from '../model/brand.ts';
import type { Source } from '../model/briefing.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { languageTag } from '../model/language.ts';
import type { Memory } from '../model/memory.ts';
import type { Scene, Slide } from '../model/scene.ts';
import { roundedRect } from '../model/units.ts';
import { factName } from '../model/use.ts';
import { loadDrawing } from '../writers/writers.ts';
import { factViews } from './facts.ts';
import { boxMarks, factMarks, gridMarks, rounded } from './marks.ts';
import { interleave, type Meant, meant } from './outline.ts';
import { looksSame } from './same.ts';
import { openSpots, type Spots } from './spots.ts';
import type { BrandView, Choices, ProblemView, Selection, SlideView, View } from './view.ts';

/** A view with the drawings that it names, and the scene that they show. */
export interface Rendered {
  readonly view: View;
  readonly drawings: ReadonlyMap<string, string>;
  readonly scene: Scene | null;
}

export interface Asked {
  readonly project: DiskProject;
  readonly result: Build;
  readonly selection: Selection;
  readonly choices: Choices;
  /** The address of an editor, see `openSpots`. */
  readonly editor: string;
  readonly memory: Memory;
}

/**
 * The view of a build. `before` is the last that had slides: what looks the same is not drawn again, and where the build has no slides at
 * all, its slides stay, marked as stale.
 */
export async function render(asked: Asked, before: Rendered | null): Promise<Rendered> {
  const { project, result, selection, choices, editor, memory } = asked;
  const spots = openSpots(project, editor);
  const version = result.versions[0];
  if (result.source === null || version === undefined) return stale(asked, spots, before);
  const { source } = result;
  const faces = await loadFaces(project, source.brand, version.language, memory);
  const draw = await loadDrawing();
  const drawings = drawn(version.scene, slide => draw(slide, version.scene, faces), before);
  const slides = slidesOf(source, version, result, drawings.keys, spots, before);
  const shown = new Map<string, string[]>();
  for (const { id, shows } of slides) for (const name of shows) shown.set(name, [...(shown.get(name) ?? []), id]);
  const view: View = {
    title: version.scene.identity.title,
    language: languageTag(version.language),
    selection,
    choices,
    page: { width: source.brand.page.width, height: source.brand.page.height },
    stale: false,
    slides,
    problems: result.diagnostics.map(diagnostic => problemOf(diagnostic, slides, spots)),
    facts: factViews(shown, source.briefing.ledger, version.language, spots),
    brand: brandView(source.brand, version.language),
  };
  return { view, drawings: drawings.svgs, scene: version.scene };
}

function stale({ result, selection, choices }: Asked, spots: Spots, before: Rendered | null): Rendered {
  const slides = before?.view.slides ?? [];
  const problems = result.diagnostics.map(diagnostic => problemOf(diagnostic, slides, spots));
  const none = { title: 'Preview', language: 'en', page: { width: 960, height: 540 }, facts: {}, brand: null };
  const view = { ...none, ...before?.view, selection, choices, stale: true, slides, problems };
  return { view, drawings: before?.drawings ?? new Map(), scene: before?.scene ?? null };
}

/** The slides' SVGs by key, and each slide's key: a slide that looks as it did has the drawing that it had. */
function drawn(scene: Scene, draw: (slide: Slide) => string, before: Rendered | null) {
  const old = before?.scene ?? null;
  const sameHouse =
    old !== null &&
    looksSame([old.brand, old.pictures, old.identity.language], [scene.brand, scene.pictures, scene.identity.language]);
  const svgs = new Map<string, string>();
  const keys = new Map<string, string>();
  for (const slide of scene.slides) {
    const twin = sameHouse ? old.slides.find(({ id }) => id === slide.id) : undefined;
    const known = before?.view.slides.find(({ id }) => id === slide.id)?.drawing ?? null;
    const same = twin !== undefined && known !== null && seenSame(twin, old!, slide, scene);
    const svg = same ? before!.drawings.get(known)! : draw(slide);
    const key = same ? known : createHash('sha256').update(svg).digest('base64url').slice(0, 16);
    svgs.set(key, svg);
    keys.set(slide.id, key);
  }
  return { svgs, keys };
}

const seenSame = (a: Slide, from: Scene, b: Slide, to: Scene): boolean =>
  a.title === b.title && looksSame(a.items, b.items) && looksSame(from.layouts[a.layout], to.layouts[b.layout]);

/** The deck's slides, and a card for each that was meant and is not among them. */
function slidesOf(
  source: Source,
  { scene }: Version,
  { diagnostics }: Build,
  keys: ReadonlyMap<string, string>,
  spots: Spots,
  before: Rendered | null,
): readonly SlideView[] {
  const all = new Map(meant(source).map(slide => [slide.id, slide]));
  const isFaulty = diagnostics.some(({ problem }) => problem.severity === 'error');
  const seen = before?.view.slides.map(({ id }) => id) ?? [];
  const mine = scene.identity.audience === null ? [...all.keys()] : seen.filter(id => all.has(id));
  const present = scene.slides.map(({ id }) => id);
  const order = isFaulty
    ? interleave(
        interleave(present, mine),
        seen.filter(id => !PART.test(id)),
      )
    : present;
  const slides = new Map(scene.slides.map(slide => [slide.id, slide]));
  const titles = new Map(scene.sections.map(({ id, title }) => [id, title]));
  return order.map(id => {
    const plan = all.get(id) ?? all.get(id.replace(PART, ''));
    const slide = slides.get(id);
    const section = titles.get(slide?.section ?? plan?.section ?? '') ?? null;
    return slide === undefined
      ? card(id, plan, section, spots)
      : slideView(slide, scene, plan, { section, drawing: keys.get(id)! }, spots);
  });
}

/** A slide's second part, and those after it. */
const PART = /-\d+$/;

function slideView(
  slide: Slide,
  scene: Scene,
  plan: Meant | undefined,
  about: Pick<SlideView, 'section' | 'drawing'>,
  spots: Spots,
): SlideView {
  const layout = scene.layouts[slide.layout];
  const template = plan?.template ?? null;
  return {
    ...about,
    id: slide.id,
    number: slide.number,
    title: slide.title,
    layout: layout.title,
    hidden: slide.hidden,
    template:
      template === null ? null : spots({ file: template.file, start: template.bodyStart, end: template.bodyStart }),
    data: spots(slide.origin.data),
    notes: slide.notes.map(({ runs }) => runs.map(run => (run.kind === 'run' ? run.text : '\n')).join('')),
    facts: rounded(factMarks(slide)),
    shows: slide.facts.map(factName),
    boxes: rounded(boxMarks(slide.items)),
    grid: rounded(gridMarks(layout)),
  };
}

function card(id: string, plan: Meant | undefined, section: string | null, spots: Spots): SlideView {
  const template = plan?.template ?? null;
  return {
    id,
    number: null,
    section,
    title: '',
    drawing: null,
    layout: null,
    hidden: false,
    template:
      template === null ? null : spots({ file: template.file, start: template.bodyStart, end: template.bodyStart }),
    data: spots(plan?.place ?? null),
    notes: [],
    facts: [],
    shows: [],
    boxes: [],
    grid: [],
  };
}

function problemOf(diagnostic: Diagnostic, slides: readonly SlideView[], spots: Spots): ProblemView {
  const { problem, message, hint, origin, frame } = diagnostic;
  const template = spots(origin.template);
  const slide = diagnostic.slide?.id ?? slideAt(origin.pointer, slides) ?? slideDrawnBy(template?.file, slides);
  return {
    severity: problem.severity,
    code: problem.code,
    message,
    hint,
    slide,
    frame: frame === null ? null : roundedRect(frame),
    data: spots(origin.data),
    template,
  };
}

/** The slide whose content a pointer leads into: `/sections/talent/workforce/message` is a part of `talent/workforce`. */
function slideAt(pointer: string | null, slides: readonly SlideView[]): string | null {
  const [, top = '', ...rest] = (pointer ?? '').split('/');
  const id = top === 'sections' ? rest.slice(0, 2).join('/') : top.replace(/-slide$/, '');
  return slides.find(slide => slide.id === id)?.id ?? null;
}

/** The slide that a template failed to draw; of those that it did draw, the first. */
function slideDrawnBy(file: string | undefined, slides: readonly SlideView[]): string | null {
  const drawnBy = slides.filter(({ template }) => template !== null && template.file === file);
  return (drawnBy.find(({ drawing }) => drawing === null) ?? drawnBy[0])?.id ?? null;
}

function brandView(brand: Brand, language: string): BrandView {
  const { major, minor } = brand.fonts;
  return {
    name: brand.name.full,
    ground: brand.ground,
    colours: [...brand.colours].map(([name, { hex, slot }]) => ({ name, hex, slot })),
    type: Object.entries(brand.type).map(([role, { size, minimum, bold, colour, face }]) => ({
      role,
      size,
      minimum,
      bold,
      colour: colourOf(brand, colour).hex,
      family: latinOf(brand.fonts[face], language),
    })),
    faces: [
      { role: 'headings', latin: latinOf(major, language), others: [...major.eastAsian].map(pair => pair.join(' ')) },
      { role: 'text', latin: latinOf(minor, language), others: [...minor.eastAsian].map(pair => pair.join(' ')) },
    ],
  };
}
