/** The compiler on one page: read → expand → parse → layout → check → write, and never back. */
import { check } from './checks/checks.ts';
import { expand } from './expand/expand.ts';
import { loadFaces } from './fonts/fonts.ts';
import { layout } from './layout/layout.ts';
import type { Artifact } from './model/artifact.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { Project } from './model/project.ts';
import type { Scene } from './model/scene.ts';
import { parse } from './parse/parse.ts';
import { read } from './read/read.ts';
import { type Format, WRITERS } from './writers/writers.ts';

export interface BuildOptions {
  /** Project name of the briefing's folder, such as `data/korea-ai-semiconductors`. */
  readonly briefing: string;
  /** Default: pptx alone. Empty to check without writing. */
  readonly formats?: readonly Format[];
  /** Language codes, or `all`. Default: the briefing's first. */
  readonly languages?: readonly string[] | 'all';
  readonly audience?: string | null;
  /** A brand's name or folder, instead of the briefing's own. */
  readonly brand?: string | null;
  /** ISO 8601 instant written into document properties. Default: the briefing's date at midnight UTC. */
  readonly modified?: string | null;
}

export interface Build {
  /** Empty where an error was found: a failed build writes nothing. */
  readonly artifacts: readonly Artifact[];
  /** All that was found, in the order of the phases and of the slides. */
  readonly diagnostics: readonly Diagnostic[];
  /** One scene a language, for previews and for `--emit`; empty where read failed. */
  readonly scenes: readonly Scene[];
}

/** Compiles one briefing. Pure: no disk, no clock, no randomness; the same project and options give the same bytes. */
export async function build(project: Project, options: BuildOptions): Promise<Build> {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => void diagnostics.push(diagnostic);
  const failed = () => diagnostics.some(diagnostic => diagnostic.problem.severity === 'error');

  const source = read(project, { briefing: options.briefing, brand: options.brand ?? null }, report);
  if (source === null) return { artifacts: [], diagnostics, scenes: [] };

  const scenes: Scene[] = [];
  const artifacts: Artifact[] = [];
  const languages = options.languages === 'all' ? source.briefing.languages : options.languages;
  for (const language of languages ?? source.briefing.languages.slice(0, 1)) {
    const faces = await loadFaces(project, source.brand, language);
    const markup = expand(source, { language, audience: options.audience ?? null }, report);
    const deck = parse(markup, source, report);
    const scene = layout(deck, source, faces, report);
    check(scene, report);
    scenes.push(scene);
    if (failed()) continue;
    for (const format of options.formats ?? ['pptx']) {
      artifacts.push(...(await WRITERS[format].write(scene, { faces, modified: options.modified ?? null })));
    }
  }
  return { artifacts: failed() ? [] : artifacts, diagnostics, scenes };
}
