/** What every output format is: a file in this folder that offers one of these. */
import type { Faces } from '../fonts/fonts.ts';
import type { Artifact } from '../model/artifact.ts';
import type { Report } from '../model/diagnostic.ts';
import type { Sheet } from '../model/handout.ts';
import type { Identity } from '../model/markup.ts';
import type { Memory } from '../model/memory.ts';
import type { Scene } from '../model/scene.ts';

export interface WriterContext {
  /** The faces that the scene was measured with, for outlines. */
  readonly faces: Faces;
  /** Pixels across of pictures, SVG and PNG. Default: what each format has by itself. */
  readonly width?: number | null;
  /** ISO 8601 instant for document properties; null for the briefing's own date at midnight UTC. */
  readonly modified: string | null;
  /** The compiler's version, for the manifest. */
  readonly version: string;
  /** The hash of all that the deck was made from, for the manifest. */
  readonly input: string;
  /** What was written before, for what is slow to make. Default: nothing. */
  readonly memory?: Memory;
  /** The pages of the handout, laid out when they are asked for. */
  readonly handout: () => readonly Sheet[];
  /** Takes what cannot be written as it should be. */
  readonly report: Report;
}

export interface Writer {
  /** Without the dot; the name of the format in `--to`. */
  readonly extension: string;
  /** Never changes the scene; the same scene gives the same bytes. */
  write(scene: Scene, context: WriterContext): Promise<readonly Artifact[]>;
}

/**
 * The name of an output without its extension: the briefing's id, then the audience, then the language where it is not the
 * briefing's first: `korea-ai-semiconductors.board.ko`.
 */
export function outputName(identity: Identity): string {
  const language = identity.language === identity.firstLanguage ? null : identity.language;
  return [identity.id, identity.audience, language].filter(part => part !== null).join('.');
}
