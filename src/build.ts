/** The compiler on one page: read → expand → parse → layout → check → write, and never back. */
import { check } from './checks/checks.ts';
import { expand } from './expand/expand.ts';
import { loadFaces } from './fonts/fonts.ts';
import { type Input, inputHash, noting } from './input.ts';
import { layout } from './layout/layout.ts';
import type { Artifact } from './model/artifact.ts';
import type { Briefing, Source } from './model/briefing.ts';
import { type Diagnostic, diagnose, type Problem, type Report } from './model/diagnostic.ts';
import type { Markup } from './model/markup.ts';
import { suggestion } from './model/nearest.ts';
import type { Deck } from './model/node.ts';
import { at } from './model/origin.ts';
import type { Project } from './model/project.ts';
import type { Scene } from './model/scene.ts';
import { parse } from './parse/parse.ts';
import { read } from './read/read.ts';
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
  /** Whether warnings fail the build too. Default: false. */
  readonly strict?: boolean;
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

/** Compiles one briefing. Pure: no disk, no clock, no randomness; the same project and options give the same bytes. */
export async function build(project: Project, options: BuildOptions): Promise<Build> {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const failed = (): boolean =>
    diagnostics.some(
      ({ problem }) => problem.severity === 'error' || (options.strict && problem.severity === 'warning'),
    );

  const files: Input = new Map();
  const source = read(noting(project, files), { briefing: options.briefing, brand: options.brand ?? null }, report);
  if (source === null) return { artifacts: [], diagnostics, source, versions: [] };

  const input = inputHash(files);
  const versions: Version[] = [];
  const artifacts: Artifact[] = [];
  for (const language of languagesOf(source.briefing, options.languages ?? null, report)) {
    const faces = await loadFaces(project, source.brand, language);
    const markup = expand(source, { language, audience: options.audience ?? null }, report);
    const deck = parse(markup, source, report);
    const scene = layout(deck, source, faces, report);
    check(scene, report);
    versions.push({ language, markup, deck, scene });
    if (failed()) continue;
    const context = { faces, modified: options.modified ?? null, version: VERSION, input };
    for (const format of options.formats ?? ['pptx']) artifacts.push(...(await WRITERS[format].write(scene, context)));
  }
  return { artifacts: failed() ? [] : artifacts, diagnostics, source, versions };
}

export const UNKNOWN_LANGUAGE: Problem = {
  code: 'unknown-language',
  severity: 'error',
  means: 'A language was asked for that the briefing does not list under `languages`.',
  mend: 'Ask for one that it lists, or add the language there and to every text.',
};

/** The languages to build: those asked for, all, or the briefing's first. */
function languagesOf(briefing: Briefing, asked: readonly string[] | 'all' | null, report: Report): readonly string[] {
  if (asked === 'all') return briefing.languages;
  if (asked === null) return briefing.languages.slice(0, 1);
  for (const language of asked.filter(language => !briefing.languages.includes(language))) {
    const message = `The briefing is not written in \`${language}\`.`;
    report(
      diagnose(UNKNOWN_LANGUAGE, at(briefing.provenance.place), message, {
        hint: suggestion(language, briefing.languages),
      }),
    );
  }
  return asked.filter(language => briefing.languages.includes(language));
}
