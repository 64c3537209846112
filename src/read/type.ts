/** The type scale of a brand: how large each role is, how small it may get, in which colour, face and pitch. */
import {
  type Brand,
  type ColourToken,
  type FaceNames,
  type PageName,
  TEXT_ROLES,
  type TextRole,
  type TypeStyle,
} from '../model/brand.ts';
import { listAt, nodeAt, numberAt, textAt } from './brand-file.ts';
import { type DataNode, entriesOf } from './tree.ts';

interface Default {
  readonly size: number;
  readonly minimum: number;
  readonly bold?: true;
  readonly colour?: ColourToken;
  readonly leading: keyof typeof LEADING;
}

/** Multiples of the size; Hangul and Han fill their em box and need more air than Latin. */
const LEADING = {
  display: { '*': 1.05, ko: 1.2, zh: 1.2, ja: 1.2 },
  tight: { '*': 1 },
  title: { '*': 1.15, ko: 1.25, zh: 1.25, ja: 1.25 },
  lead: { '*': 1.25, ko: 1.4, zh: 1.35, ja: 1.35 },
  body: { '*': 1.3, ko: 1.45, zh: 1.4, ja: 1.4 },
  table: { '*': 1.15, ko: 1.3, zh: 1.25, ja: 1.25 },
  small: { '*': 1.1 },
} as const;

const DEFAULTS: Readonly<Record<TextRole, Default>> = {
  cover: { size: 40, minimum: 32, bold: true, leading: 'display' },
  divider: { size: 36, minimum: 28, bold: true, leading: 'display' },
  hero: { size: 88, minimum: 60, bold: true, colour: 'primary', leading: 'tight' },
  number: { size: 54, minimum: 36, bold: true, leading: 'tight' },
  title: { size: 26, minimum: 24, bold: true, leading: 'title' },
  subtitle: { size: 18, minimum: 16, colour: 'muted', leading: 'lead' },
  heading: { size: 20, minimum: 16, bold: true, leading: 'title' },
  quote: { size: 28, minimum: 20, leading: 'lead' },
  lead: { size: 16, minimum: 14, leading: 'lead' },
  subhead: { size: 14, minimum: 12, colour: 'muted', leading: 'lead' },
  unit: { size: 18, minimum: 14, colour: 'muted', leading: 'title' },
  body: { size: 16, minimum: 12, leading: 'body' },
  table: { size: 13, minimum: 12, leading: 'table' },
  value: { size: 14, minimum: 12, leading: 'small' },
  label: { size: 12, minimum: 11, colour: 'muted', leading: 'table' },
  axis: { size: 12, minimum: 11, colour: 'muted', leading: 'small' },
  tracker: { size: 11, minimum: 10, colour: 'muted', leading: 'small' },
  sticker: { size: 11, minimum: 11, leading: 'small' },
  source: { size: 10, minimum: 9, colour: 'muted', leading: 'small' },
  footer: { size: 9, minimum: 9, colour: 'muted', leading: 'small' },
};

/**
 * How much smaller type is on a narrower page: a title of 26 pt becomes 22 and 24, a body of 16 becomes 14 and 15. What is
 * at most 12 pt stays, because nobody reads it when it is smaller still.
 */
const NARROWING = {
  scale: { wide: 1, classic: 0.86, a4: 0.93 },
  minimum: { wide: 1, classic: 0.86, a4: 0.86 },
} as const;
const SMALLEST = 12;

/** Roles that are set in the theme's major face, in the weight of headings, where the brand names none. */
const MAJOR: readonly string[] = ['cover', 'divider', 'hero', 'number', 'title', 'heading'];

export function readType(file: DataNode, page: PageName): Brand['type'] {
  const styles = TEXT_ROLES.map(role => [role, styleOf(file, page, role)] as const);
  return Object.fromEntries(styles) as Record<TextRole, TypeStyle>;
}

function styleOf(file: DataNode, page: PageName, role: TextRole): TypeStyle {
  const { size, minimum, bold = false, colour = 'ink', leading } = DEFAULTS[role];
  const onPage = (key: 'scale' | 'minimum', otherwise: number) =>
    numberAt(file, 'defaults', 'briefing', 'pages', page, key, role) ??
    narrowed(numberAt(file, 'defaults', 'briefing', key, role) ?? otherwise, NARROWING[key][page]);
  const base = role === 'body' ? pointsOf(nodeAt(file, 'typography', 'base', 'size')) : null;
  const chosen = Math.round(onPage('scale', base ?? size));
  const isHeading = headingsOf(file).includes(role);
  const weight = isHeading && bold ? numberAt(file, 'typography', 'headings', 'weight') : null;
  return {
    size: chosen,
    minimum: Math.min(chosen, Math.floor(onPage('minimum', minimum))),
    bold: weight === null ? bold : weight >= 600,
    colour,
    leading: leadingOf(file, role, LEADING[leading]),
    face: isHeading ? 'major' : 'minor',
  };
}

function headingsOf(file: DataNode): readonly string[] {
  const named = listAt(file, 'defaults', 'briefing', 'headings').flatMap(node =>
    node.kind === 'scalar' ? [node.text] : [],
  );
  return named.length > 0 ? named : MAJOR;
}

const narrowed = (size: number, factor: number): number =>
  size <= SMALLEST ? size : Math.max(SMALLEST, size * factor);

/** brand.yml's line heights are for Latin text; `defaults.briefing.leading` has a language and a role. */
function leadingOf(
  file: DataNode,
  role: TextRole,
  defaults: Readonly<Record<string, number>>,
): ReadonlyMap<string, number> {
  const latin =
    role === 'title'
      ? numberAt(file, 'typography', 'headings', 'line-height')
      : role === 'body'
        ? numberAt(file, 'typography', 'base', 'line-height')
        : null;
  const leading = new Map(Object.entries(defaults));
  if (latin !== null) leading.set('*', latin);
  for (const { key } of entriesOf(nodeAt(file, 'defaults', 'briefing', 'leading'))) {
    const multiple = numberAt(file, 'defaults', 'briefing', 'leading', key, role);
    if (multiple !== null) leading.set(key, multiple);
  }
  return leading;
}

/** Points of a CSS length: 96 px to the inch, 16 px to the rem. */
function pointsOf(node: DataNode | null): number | null {
  const match = node?.kind === 'scalar' ? /^([0-9.]+)(pt|px|rem|em|)$/.exec(node.text) : null;
  if (match === null) return null;
  return Number(match[1]) * { pt: 1, '': 1, px: 0.75, rem: 12, em: 12 }[match[2] as 'pt']!;
}

/** East Asian families that every Windows with Office has. */
const EAST_ASIAN: ReadonlyMap<string, string> = new Map([
  ['ko', 'Malgun Gothic'],
  ['zh', 'Microsoft YaHei'],
  ['ja', 'Yu Gothic'],
]);

/** The families of headings (`major`) and of the rest; Arial and the system's East Asian families where the file names none. */
export function readFonts(file: DataNode): Brand['fonts'] {
  const family = (key: 'base' | 'headings') =>
    textAt(file, 'typography', key, 'family') ?? textAt(file, 'typography', key);
  const base = family('base') ?? family('headings') ?? 'Arial';
  const faces = (face: 'major' | 'minor', latin: string): FaceNames => {
    const named = (language: string) => textAt(file, 'defaults', 'briefing', 'fonts', language, face);
    return {
      latin: named('en') ?? latin,
      latinBeside: new Map(
        [...EAST_ASIAN.keys()].flatMap(language => {
          const beside = textAt(file, 'defaults', 'briefing', 'fonts', language, 'latin');
          return beside === null ? [] : [[language, beside] as const];
        }),
      ),
      eastAsian: new Map([...EAST_ASIAN].map(([language, name]) => [language, named(language) ?? name])),
    };
  };
  return { major: faces('major', family('headings') ?? base), minor: faces('minor', base) };
}
