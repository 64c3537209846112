/** The colours of a brand: palette, theme, roles, series and status marks; what the file leaves out is derived from what it has. */
import { contrast, mix, parseHex, tint } from '../colour/colour.ts';
import {
  type Brand,
  COLOUR_ROLES,
  type Colour,
  type ColourToken,
  type Ground,
  type Style,
  THEME_SLOTS,
  type ThemeSlot,
} from '../model/brand.ts';
import { diagnose, type Report } from '../model/diagnostic.ts';
import { suggestion } from '../model/nearest.ts';
import { at } from '../model/origin.ts';
import { listAt, nodeAt, scalarAt, textAt } from './brand-file.ts';
import { BRAND_COLOUR, BRAND_SHADOWED } from './brand-problems.ts';
import { fillAccents, grey, lift, soften } from './derive.ts';
import { type Grounds, groundsOf, type Resolve, saysOf } from './ground.ts';
import { type DataNode, entriesOf } from './tree.ts';

export type Palette = Pick<Brand, 'ground' | 'colours' | 'theme' | 'palette' | 'series' | 'highlight' | 'status'>;

type Theme = Brand['theme'];

const ACCENTS = ['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'] as const;
/** Neutral ink, paper, blue, and the status colours that keep their distance under colour vision deficiencies. */
const DEFAULTS = { ink: '#14213D', paper: '#FFFFFF', primary: '#0B5CAD' } as const;
const STATUS = {
  good: { role: 'success', hex: '#1B6E8C', letter: 'G' },
  watch: { role: 'warning', hex: '#D39A00', letter: 'A' },
  bad: { role: 'danger', hex: '#9C1C1C', letter: 'R' },
} as const;

/** Contrast to which a highlight is lifted on a ground that it was not made for: well above what text needs. */
const HIGHLIGHT = 6.5;

/** `asked` is the ground that the briefing wants; null for the brand's own. */
export function readPalette(file: DataNode, style: Style, asked: Ground | null, report: Report): Palette {
  const palette = readNames(file, report);
  const resolve: Resolve = (...path) => hexOf(scalarAt(file, ...path), file, report);
  const grounds = groundsOf(asked, resolve);
  const { ground } = grounds;
  const basics = basicsOf(grounds, resolve);
  const series = seriesOf(file, grounds, basics.paper, report);
  const theme = themeOf(grounds, basics, series, [...palette.values()]);
  const colours = new Map(roleColours(theme, ground));

  const stage = resolve(...grounds.extension, 'stage');
  colours.set('stage', stage === null ? colours.get(STAGE[ground])! : bound(stage, theme));
  colours.set('card', colours.get(CARD[style.card])!);
  const status = statusMarks(file, grounds, basics.paper, colours);
  for (const [name, hex] of palette) {
    const role = colours.get(name);
    if (role === undefined) colours.set(name, bound(hex, theme));
    else if (role.hex !== hex && grounds.own) reportShadow(file, name, hex, role.hex, report);
  }
  const token = (hex: string, name: string, preferred: readonly ColourToken[]): ColourToken => {
    const found = [...preferred, ...colours.keys()].find(key => colours.get(key)?.hex === hex);
    if (found === undefined) colours.set(name, bound(hex, theme));
    return found ?? name;
  };
  const mark = (key: string, least: number) => grounds.mark(null, least, basics.paper, 'highlight', key);
  const highlight = {
    on: token(mark('on', HIGHLIGHT) ?? theme.accent1, 'highlight', ['primary', ...ACCENTS]),
    off: token(mark('off', 3) ?? theme.accent6, 'highlight-off', ['mark', 'muted', ...ACCENTS]),
  };
  const chosen = series.length > 0 ? series : ACCENTS.map(accent => theme[accent]);
  const plain = chosen.map((hex, index) => token(hex, `series-${index + 1}`, ACCENTS));
  return { ground, colours, theme, palette, series: [...plain, ...addTints(plain, colours)], highlight, status };
}

/** `color.palette` with its aliases followed; a colour that cannot be resolved is reported and left out. */
function readNames(file: DataNode, report: Report): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { key, value } of entriesOf(nodeAt(file, 'color', 'palette'))) {
    const hex = value.kind === 'scalar' ? follow(value.text, file) : null;
    if (hex !== null) names.set(key, hex);
    else reportUnknown(value, file, report);
  }
  return names;
}

/** A scalar's colour: hex, a name of the palette, or one of brand.yml's roles. */
function hexOf(node: DataNode | null, file: DataNode, report: Report): string | null {
  if (node?.kind !== 'scalar') return null;
  const hex = follow(node.text, file);
  const reported = nodeAt(file, 'color', 'palette', node.text) !== null;
  if (hex === null && !reported) reportUnknown(node, file, report);
  return hex;
}

/** Follows names from one to the next; null where they lead nowhere or in a circle. */
function follow(name: string, file: DataNode, seen: readonly string[] = []): string | null {
  const hex = parseHex(name);
  if (hex !== null || seen.includes(name)) return hex;
  const next = textAt(file, 'color', 'palette', name) ?? textAt(file, 'color', name);
  return next === null ? null : follow(next, file, [...seen, name]);
}

function reportUnknown(node: DataNode, file: DataNode, report: Report): void {
  const names = entriesOf(nodeAt(file, 'color', 'palette')).map(entry => entry.key);
  const name = node.kind === 'scalar' ? node.text : '';
  const message = names.includes(name)
    ? `The colour \`${name}\` leads back to itself or to nothing.`
    : `\`${name}\` is neither \`#RRGGBB\` nor a name of the palette.`;
  report(diagnose(BRAND_COLOUR, at(node.place), message, { hint: suggestion(name, names) }));
}

/** The four colours that everything else is seen against, by their use. */
type Basics = Readonly<Record<(typeof BASICS)[number], string>>;
const BASICS = ['ink', 'paper', 'muted', 'panel'] as const;

/** Which slot of a theme each has: dark letters on a light ground, or the other way round (`p:clrMap` turns them). */
const SLOTS: Readonly<Record<Ground, Readonly<Record<keyof Basics, ThemeSlot>>>> = {
  light: { ink: 'dk1', paper: 'lt1', muted: 'dk2', panel: 'lt2' },
  dark: { ink: 'lt1', paper: 'dk1', muted: 'lt2', panel: 'dk2' },
};

function basicsOf({ ground, own, extension, role }: Grounds, resolve: Resolve): Basics {
  const slot = (name: keyof Basics) => resolve(...extension, 'theme', SLOTS[ground][name]);
  const other = { ink: resolve('color', 'foreground') ?? DEFAULTS.ink, paper: resolve('color', 'background') };
  const paper = slot('paper') ?? role('background') ?? (own ? DEFAULTS.paper : other.ink);
  const ink = slot('ink') ?? role('foreground') ?? (own ? DEFAULTS.ink : (other.paper ?? DEFAULTS.paper));
  const secondary = role('secondary');
  const panel = role('panel') ?? role('light');
  return {
    ink,
    paper,
    muted: slot('muted') ?? (secondary !== null && contrast(secondary, paper) >= 4.5 ? secondary : soften(ink, paper)),
    panel:
      slot('panel') ??
      (panel !== null && panel !== paper && contrast(panel, ink) >= 7 ? panel : mix(paper, ink, PANEL_SHARE[ground])),
  };
}

/** Of ink in the panel's colour: the eye needs more of it on a dark ground. */
const PANEL_SHARE = { light: 0.06, dark: 0.1 } as const;

function seriesOf(file: DataNode, grounds: Grounds, paper: string, report: Report): readonly string[] {
  const said = saysOf(file, grounds, 'series');
  const path = said ? grounds.extension : ['defaults', 'briefing'];
  const series = listAt(file, ...path, 'series').flatMap(node => hexOf(node, file, report) ?? []);
  return said ? series : series.map(hex => grounds.turned(hex, 3, paper));
}

function themeOf(grounds: Grounds, basics: Basics, series: readonly string[], palette: readonly string[]): Theme {
  const { ink, paper } = basics;
  const mark = (slot: ThemeSlot, role: string | null, least = 3) => grounds.mark(role, least, paper, 'theme', slot);
  const accent1 = mark('accent1', 'primary', HIGHLIGHT) ?? lift(DEFAULTS.primary, 4.5, paper);
  const tertiary = mark('accent6', 'tertiary');
  const accent6 = tertiary !== null && contrast(tertiary, paper) >= 3 ? tertiary : grey(ink, paper);
  const between = (['accent2', 'accent3', 'accent4', 'accent5'] as const).map(slot => mark(slot, null));
  const accents = fillAccents([accent1, ...between, accent6], [...series, ...palette], [ink, paper]);
  const filled = ACCENTS.map((name, index) => [name, accents[index]!] as const);
  const slots = Object.fromEntries(BASICS.map(name => [SLOTS[grounds.ground][name], basics[name]]));
  return {
    ...(slots as Pick<Theme, 'dk1' | 'lt1' | 'dk2' | 'lt2'>),
    ...(Object.fromEntries(filled) as Pick<Theme, (typeof ACCENTS)[number]>),
    hlink: mark('hlink', null, HIGHLIGHT) ?? grounds.link(paper) ?? accent1,
    folHlink: mark('folHlink', null, HIGHLIGHT) ?? accents[4]!,
  };
}

function roleColours(theme: Theme, ground: Ground): readonly (readonly [ColourToken, Colour])[] {
  const own = (slot: ThemeSlot): Colour => ({ hex: theme[slot], slot, lumMod: null, lumOff: null });
  const panel = SLOTS[ground].panel;
  const { lumMod, lumOff } = HAIRLINE[ground];
  return [
    ...BASICS.map(name => [name, own(SLOTS[ground][name])] as const),
    ['primary', own('accent1')],
    ['mark', own('accent6')],
    ['hairline', { hex: tint(theme[panel], lumMod, lumOff ?? 0), slot: panel, lumMod, lumOff }],
    ['link', own('hlink')],
    ...ACCENTS.map(accent => [accent, own(accent)] as const),
  ];
}

/** The ground of covers and dividers: what is turned round on a light page stays quiet on a dark one. */
const STAGE = { light: 'ink', dark: 'panel' } as const;

/** What cards stand on. */
const CARD = { ground: 'panel', rule: 'paper' } as const;

/** A shade of the panel's colour that shows on the panel too. */
const HAIRLINE = { light: { lumMod: 90, lumOff: null }, dark: { lumMod: 90, lumOff: 10 } } as const;

/** A colour bound to the slot that has the same hex, or of which Office's own picker offers it as a shade; else literal. */
function bound(hex: string, theme: Theme): Colour {
  const slot = THEME_SLOTS.find(name => theme[name] === hex) ?? null;
  if (slot !== null) return { hex, slot, lumMod: null, lumOff: null };
  const shades = THEME_SLOTS.flatMap(slot => SHADES.map(([lumMod, lumOff]) => ({ slot, lumMod, lumOff })));
  const shade = shades.find(({ slot, lumMod, lumOff }) => tint(theme[slot], lumMod, lumOff ?? 0) === hex);
  return { hex, ...(shade ?? { slot: null, lumMod: null, lumOff: null }) };
}

/** The rows below a theme's colours in Office's picker: three lighter and two darker of most, others of what is nearly white or black. */
const SHADES: readonly (readonly [lumMod: number, lumOff: number | null])[] = [
  [20, 80],
  [40, 60],
  [60, 40],
  [75, null],
  [50, null],
  [95, null],
  [85, null],
  [65, null],
  [50, 50],
  [65, 35],
  [75, 25],
  [85, 15],
  [95, 5],
];

/** Status colours are literal: they mean the same in every theme. */
function statusMarks(
  file: DataNode,
  grounds: Grounds,
  paper: string,
  colours: Map<ColourToken, Colour>,
): Brand['status'] {
  const mark = (name: keyof typeof STATUS) => {
    const { role, hex, letter } = STATUS[name];
    const colour = grounds.mark(role, 3, paper, 'status', name, 'color') ?? (grounds.own ? hex : lift(hex, 3, paper));
    colours.set(name, { hex: colour, slot: null, lumMod: null, lumOff: null });
    const against = (token: ColourToken): number => contrast(colours.get(token)!.hex, colour);
    return {
      colour: name,
      letter: textAt(file, 'defaults', 'briefing', 'status', name, 'mark') ?? letter,
      letterColour: against('ink') >= against('paper') ? 'ink' : 'paper',
    };
  };
  return { good: mark('good'), watch: mark('watch'), bad: mark('bad') };
}

/** A second round of series colours: dark ones 40 % lighter, light ones 25 % darker, as Office's own picker offers them. */
function addTints(series: readonly ColourToken[], colours: Map<ColourToken, Colour>): readonly ColourToken[] {
  return series.map(token => {
    const { hex, slot } = colours.get(token)!;
    const [lumMod, lumOff] = contrast(hex, '#FFFFFF') >= 2.5 ? [60, 40] : [75, 0];
    colours.set(`${token}-tint`, { hex: tint(hex, lumMod, lumOff), slot, lumMod, lumOff: lumOff || null });
    return `${token}-tint`;
  });
}

function reportShadow(file: DataNode, name: string, hex: string, role: string, report: Report): void {
  const place = entriesOf(nodeAt(file, 'color', 'palette')).find(entry => entry.key === name)!.place;
  const message = `The palette's ${name} is ${hex}, but the role of that name is ${role}.`;
  const hint = `rename it; ours are ${COLOUR_ROLES.join(', ')}`;
  report(diagnose(BRAND_SHADOWED, at(place), message, { hint }));
}
