/** What is said of a briefing from outside of it: `--set date=2025-09-01`. It stands before what `briefing.yaml` says. */
import { type Project, SETTINGS } from './model/project.ts';

/** What may be set: what an edition of a briefing may change, and nothing that it claims. */
export const SETTABLE = ['title', 'subtitle', 'date', 'classification', 'author', 'page', 'ground'] as const;
export type Settable = (typeof SETTABLE)[number];

/** The project, with the settings as a file that `read` takes for the briefing's own words: they are checked as these are. */
export function withSettings<P extends Project & { display(name: string): string }>(
  project: P,
  settings: ReadonlyMap<Settable, string>,
): P {
  if (settings.size === 0) return project;
  const lines = [...settings].map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
  const bytes = new TextEncoder().encode(lines.join(''));
  return {
    ...project,
    read: name => (name === SETTINGS ? bytes : project.read(name)),
    display: name => (name === SETTINGS ? '--set' : project.display(name)),
  };
}
