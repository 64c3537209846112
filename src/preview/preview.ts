/** The door of this room: a briefing on a page that is drawn again at each save. */
import { build } from '../build.ts';
import { brandNamed, brandsFor, type DiskProject, type Located, openProject } from '../files.ts';
import { GROUNDS } from '../model/brand.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { openMemory } from '../model/memory.ts';
import { type Settable, withSettings } from '../settings.ts';
import { openWatch } from '../watch.ts';
import { SCRIPT, STYLE } from './client.ts';
import { PAGE } from './page.ts';
import { type Listener, serve } from './server.ts';
import { type Choices, type Message, type Selection, SWITCHES } from './view.ts';
import { type Rendered, render } from './views.ts';

export { openInBrowser } from './open.ts';
export { PortBusy } from './server.ts';
export { VS_CODE } from './spots.ts';

export interface PreviewOptions {
  readonly briefing: Located;
  /** What the page opens with; null for what the briefing says. */
  readonly language: string | null;
  readonly audience: string | null;
  /** As it was typed: a name, or a path of the user's. */
  readonly brand: string | null;
  /** Null for the first that is free. */
  readonly port: number | null;
  /** The address of an editor with `{path}`, `{line}` and `{column}`; empty for no links. */
  readonly editor: string;
  /** Told of every build of what is looked at, the first included. */
  onBuild(diagnostics: readonly Diagnostic[], project: DiskProject): void;
}

export interface Preview {
  readonly address: string;
  close(): Promise<void>;
}

interface Page {
  readonly listener: Listener;
  readonly key: string;
  /** Keys of the drawings that it was sent. */
  readonly has: Set<string>;
}

/** Builds, serves and watches. Each page says with its address what it wants to see; a save builds only what somebody looks at. */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const studio = openStudio(options);
  const pages = new Set<Page>();
  const send = ({ listener, has }: Page, rendered: Rendered): void => {
    const fresh = [...rendered.drawings].filter(([key]) => !has.has(key));
    for (const key of [...has]) if (!rendered.drawings.has(key)) has.delete(key);
    for (const [key] of fresh) has.add(key);
    const message: Message = { view: rendered.view, drawings: Object.fromEntries(fresh) };
    listener.send(JSON.stringify(message));
  };

  const first = await studio.show('');
  const watch = openWatch(async () => {
    const wanted = [...new Set([...pages].map(({ key }) => key))];
    const shown = await studio.renew(wanted.length === 0 ? [''] : wanted);
    watch.follow(studio.asked());
    for (const page of pages) {
      const rendered = shown.get(page.key);
      if (rendered !== undefined) send(page, rendered);
    }
  });
  watch.follow(studio.asked());
  const thing = (type: string, text: string) => ({ type, bytes: new TextEncoder().encode(text) });
  const html = PAGE.replaceAll('{title}', () => escaped(first.view.title));
  const listen = async (listener: Listener): Promise<void> => {
    const page: Page = { listener, key: listener.query, has: new Set() };
    pages.add(page);
    listener.onClose(() => pages.delete(page));
    const rendered = await studio.show(page.key);
    watch.follow(studio.asked());
    if (pages.has(page)) send(page, rendered);
  };
  const serving = await serve(
    {
      pages: {
        '': thing('text/html', html),
        'client.js': thing('text/javascript', SCRIPT),
        'style.css': thing('text/css', STYLE),
      },
      listen: listener => void listen(listener),
    },
    options.port,
  ).catch(error => {
    watch.close();
    throw error;
  });
  return {
    address: serving.address,
    async close() {
      watch.close();
      await serving.close();
    },
  };
}

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]!);

/** Builds of one briefing by what is chosen, each kept until a file changes. */
function openStudio(options: PreviewOptions) {
  const memory = openMemory();
  const asked = new Map<string, string>();
  const fresh = new Map<string, Promise<Rendered>>();
  const last = new Map<string, Rendered>();
  let choices: Choices = {
    language: [],
    audience: [],
    brand: brandsFor(options.briefing),
    page: ['wide', 'classic', 'a4'],
    ground: GROUNDS,
  };

  async function make(query: string): Promise<Rendered> {
    const selection = selected(query, choices, options);
    const settings = new Map<Settable, string>();
    for (const name of ['page', 'ground'] as const) if (selection[name] !== null) settings.set(name, selection[name]);
    const project = withSettings(openProject(options.briefing.root), settings);
    const brand = selection.brand ?? options.brand;
    const result = await build(
      project,
      {
        briefing: options.briefing.name,
        formats: [],
        languages: selection.language === null ? null : [selection.language],
        audience: selection.audience,
        brand: brand === null ? null : brandNamed(brand, options.briefing),
      },
      memory,
    );
    if (result.source !== null) {
      const { languages, audiences } = result.source.briefing;
      choices = { ...choices, language: languages, audience: [...audiences.keys()] };
    }
    const rendered = await render(
      { project, result, selection, choices, editor: options.editor, memory },
      last.get(query) ?? null,
    );
    for (const [path, stamp] of project.asked) if (!asked.has(path)) asked.set(path, stamp);
    last.set(query, rendered);
    options.onBuild(result.diagnostics, project);
    return rendered;
  }

  function show(query: string): Promise<Rendered> {
    const known = fresh.get(query) ?? make(query);
    fresh.set(query, known);
    return known;
  }

  return {
    /** What was read since the last renewal, with its stamps. */
    asked: (): ReadonlyMap<string, string> => asked,
    show,
    /** Builds some selections again, one after the other. */
    async renew(queries: readonly string[]): Promise<ReadonlyMap<string, Rendered>> {
      fresh.clear();
      asked.clear();
      const shown = new Map<string, Rendered>();
      for (const query of queries) shown.set(query, await show(query));
      memory.turn();
      return shown;
    },
  };
}

/** What a page asks for, as far as the briefing has it: `language=ko&ground=dark`. */
function selected(query: string, choices: Choices, options: PreviewOptions): Selection {
  const wanted = new URLSearchParams(query);
  const initial: Partial<Selection> = { language: options.language, audience: options.audience };
  const entries = SWITCHES.map(name => {
    const value = wanted.get(name);
    const known = value !== null && choices[name].includes(value);
    return [name, known ? value : wanted.has(name) ? null : (initial[name] ?? null)];
  });
  return Object.fromEntries(entries) as Selection;
}
