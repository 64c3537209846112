/** The compiler on one page: read → expand → parse → layout → check → write, and never back. */
import { check } from './checks/checks.ts';
import { expand } from './expand/expand.ts';
import { loadFaces } from './fonts/fonts.ts';
import { type Input, inputHash, noting } from './input.ts';
import { layHandout, layout } from './layout/layout.ts';
import { loadAtlas } from './maps/maps.ts';
import type { Artifact } from './model/artifact.ts';
import { type Source, seenBy } from './model/briefing.ts';
import { type Diagnostic, keepIn } from './model/diagnostic.ts';
import type { Markup } from './model/markup.ts';
import { FORGETFUL, type Memory } from './model/memory.ts';
import type { Deck } from './model/node.ts';
import type { Project } from './model/project.ts';
import type { Scene } from './model/scene.ts';
import { parse } from './parse/parse.ts';
import { upright } from './pictures/pictures.ts';
import { read } from './read/read.ts';
import { languagesOf, selectSlides } from './request.ts';
import { VERSION } from './version.ts';
import { type Format, WRITERS } from './writers/writers.ts';

export interface BuildOptions {
  /** Project name of the briefing's folder, such as `data/korea-ai-semiconductors`. */
  readonly briefing: string;
  /** Default: pptx alone. Empty to check without writing. */
  readonly formats?: readonly Format[];
  /** Language codes, or `all`. Default: the briefing's first. */
  readonly languages?: readonly string[] | 'all' | null;
  readonly audience?: string | null;
  /** A brand's name or folder, instead of the briefing's own. */
  readonly brand?: string | null;
  /** ISO 8601 instant written into document properties. Default: the briefing's date at midnight UTC. */
  readonly modified?: string | null;
  /** Pixels across of SVG and PNG. Default: the page in points for SVG, 1280 for PNG, 1920 for a contact sheet. */
  readonly width?: number | null;
  /** Whether warnings fail the build too. Default: false. */
  readonly strict?: boolean;
  /** Whether the deck goes out, so that facts marked `verify: true` are refused instead of marked. Default: false. */
  readonly release?: boolean;
  /** The only slides to write: `3`, `3-5`, `investment/pledge`, `investment`. All are laid out and checked. Default: all. */
  readonly slides?: readonly string[] | null;
  /** Told of each step as it begins: what shows progress and measures time stands outside. */
  onStep?(step: Step): void;
}

/** One step of a build. */
export interface Step {
  readonly phase: 'read' | 'load' | 'expand' | 'parse' | 'layout' | 'check' | 'write';
  readonly language: string | null;
  /** What is written, and of how many slides. */
  readonly format: Format | null;
  readonly slides: number;
}

/** One language of the briefing, in every form it went through. */
export interface Version {
  readonly language: string;
  readonly markup: Markup;
  readonly deck: Deck;
  readonly scene: Scene;
}

export interface Build {
  /** Empty where an error was found: a failed build writes nothing. */
  readonly artifacts: readonly Artifact[];
  /** All that was found, in the order of the phases and of the slides. */
  readonly diagnostics: readonly Diagnostic[];
  /** Null where read could not make a briefing of it. */
  readonly source: Source | null;
  /** One a language; empty where read failed. */
  readonly versions: readonly Version[];
}

/** Compiles one briefing. Pure: no disk, no clock, no randomness; the same project and options give the same bytes, whatever is remembered. */
export async function build(project: Project, options: BuildOptions, memory: Memory = FORGETFUL): Promise<Build> {
  const diagnostics: Diagnostic[] = [];
  const report = keepIn(diagnostics);
  const failed = (): boolean =>
    diagnostics.some(
      ({ problem }) => problem.severity === 'error' || (options.strict && problem.severity === 'warning'),
    );

  const step = (phase: Step['phase'], language: string | null = null, format: Format | null = null, slides = 0): void =>
    options.onStep?.({ phase, language, format, slides });

  step('read');
  const files: Input = new Map();
  const { briefing, brand = null, modified = null, width = null } = options;
  const asRead = read(noting(project, files), { briefing, brand }, report, memory);
  if (asRead === null) return { artifacts: [], diagnostics, source: null, versions: [] };
  const source = seenBy(options.audience ?? null, await upright(asRead, report, memory));
  const input = inputHash(files);
  const versions: Version[] = [];
  const artifacts: Artifact[] = [];
  for (const language of languagesOf(source.briefing, options.languages ?? null, report)) {
    step('load', language);
    const faces = await loadFaces(project, source.brand, language, memory);
    step('expand', language);
    const edition = { language, audience: options.audience ?? null, release: options.release };
    const markup = expand(source, edition, report, memory);
    step('parse', language);
    const deck = parse(markup, source, report, memory);
    step('layout', language);
    const whole = layout(deck, source, faces, report, await loadAtlas(project, deck), memory);
    step('check', language);
    check(whole, report);
    const scene = selectSlides(whole, options.slides ?? null, source.briefing.provenance.place, report);
    versions.push({ language, markup, deck, scene });
    if (failed()) continue;
    const handout = () => layHandout(scene.slides, deck, source, faces, report);
    const context = { faces, width, modified, version: VERSION, input, report, handout, memory };
    for (const format of options.formats ?? ['pptx']) {
      step('write', language, format, scene.slides.length);
      artifacts.push(...(await WRITERS[format].write(scene, context)));
    }
  }
  return { artifacts: failed() ? [] : artifacts, diagnostics, source, versions };
}
