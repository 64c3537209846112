/** The colours of a brand: palette, theme, roles, series and status marks; what the file leaves out is derived from what it has. */
import { contrast, distance, mix, parseHex, tint, turn } from '../colour/colour.ts';
import {
  type Brand,
  COLOUR_ROLES,
  type Colour,
  type ColourToken,
  THEME_SLOTS,
  type ThemeSlot,
} from '../model/brand.ts';
import { diagnose, type Report } from '../model/diagnostic.ts';
import { suggestion } from '../model/nearest.ts';
import { at } from '../model/origin.ts';
import { listAt, nodeAt, scalarAt, textAt } from './brand-file.ts';
import { BRAND_COLOUR, BRAND_SHADOWED } from './brand-problems.ts';
import { type DataNode, entriesOf } from './tree.ts';

export type Palette = Pick<Brand, 'colours' | 'theme' | 'palette' | 'series' | 'highlight' | 'status'>;

type Theme = Brand['theme'];
type Resolve = (...path: readonly string[]) => string | null;

const ACCENTS = ['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'] as const;
/** Neutral ink, paper, blue, and the status colours that keep their distance under colour vision deficiencies. */
const DEFAULTS = { ink: '#14213D', paper: '#FFFFFF', primary: '#0B5CAD' } as const;
const STATUS = {
  good: { role: 'success', hex: '#1B6E8C', letter: 'G' },
  watch: { role: 'warning', hex: '#D39A00', letter: 'A' },
  bad: { role: 'danger', hex: '#9C1C1C', letter: 'R' },
} as const;

export function readPalette(file: DataNode, report: Report): Palette {
  const palette = readNames(file, report);
  const resolve: Resolve = (...path) => hexOf(scalarAt(file, ...path), file, report);
  const extension = (...path: readonly string[]) => ['defaults', 'briefing', ...path];
  const series = listAt(file, ...extension('series')).flatMap(node => hexOf(node, file, report) ?? []);
  const theme = themeOf(resolve, series, [...palette.values()]);
  const colours = new Map(roleColours(theme));

  const status = statusMarks(file, resolve, colours);
  for (const [name, hex] of palette) {
    const role = colours.get(name);
    if (role === undefined) colours.set(name, bound(hex, theme));
    else if (role.hex !== hex) reportShadow(file, name, hex, role.hex, report);
  }
  const token = (hex: string, name: string, preferred: readonly ColourToken[]): ColourToken => {
    const found = [...preferred, ...colours.keys()].find(key => colours.get(key)?.hex === hex);
    if (found === undefined) colours.set(name, bound(hex, theme));
    return found ?? name;
  };
  const highlight = {
    on: token(resolve(...extension('highlight', 'on')) ?? theme.accent1, 'highlight', ['primary', ...ACCENTS]),
    off: token(resolve(...extension('highlight', 'off')) ?? theme.accent6, 'highlight-off', [
      'mark',
      'muted',
      ...ACCENTS,
    ]),
  };
  const chosen = series.length > 0 ? series : ACCENTS.map(accent => theme[accent]);
  const plain = chosen.map((hex, index) => token(hex, `series-${index + 1}`, ACCENTS));
  return { colours, theme, palette, series: [...plain, ...addTints(plain, colours)], highlight, status };
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

function themeOf(resolve: Resolve, series: readonly string[], palette: readonly string[]): Theme {
  const slot = (name: ThemeSlot) => resolve('defaults', 'briefing', 'theme', name);
  const role = (name: string) => resolve('color', name);
  const dk1 = slot('dk1') ?? role('foreground') ?? DEFAULTS.ink;
  const lt1 = slot('lt1') ?? role('background') ?? DEFAULTS.paper;
  const legible = (hex: string | null, least: number) => (hex !== null && contrast(hex, lt1) >= least ? hex : null);
  const light = role('light');
  const accent1 = slot('accent1') ?? role('primary') ?? DEFAULTS.primary;
  const accent6 = slot('accent6') ?? legible(role('tertiary'), 3) ?? grey(dk1, lt1);
  const asked = [accent1, slot('accent2'), slot('accent3'), slot('accent4'), slot('accent5'), accent6];
  const accents = fillAccents(asked, [...series, ...palette], [dk1, lt1]);
  const link = slot('hlink') ?? resolve('typography', 'link', 'color') ?? accent1;
  return {
    dk1,
    lt1,
    dk2: slot('dk2') ?? legible(role('secondary'), 4.5) ?? soften(dk1, lt1),
    lt2: slot('lt2') ?? (light !== null && light !== lt1 && contrast(light, dk1) >= 7 ? light : mix(lt1, dk1, 0.06)),
    ...accents,
    hlink: link,
    folHlink: slot('folHlink') ?? accents.accent5,
  };
}

/** Ink for secondary text: three quarters of it where that can be read, else all of it. */
function soften(ink: string, paper: string): string {
  const hex = mix(paper, ink, 0.75);
  return contrast(hex, paper) >= 4.5 ? hex : ink;
}

/** The lightest mixture of ink in paper that still shows as a mark, at 3:1 (WCAG 2.2, 1.4.11). */
function grey(ink: string, paper: string): string {
  for (let share = 0.3; share < 1; share += 0.02) {
    const hex = mix(paper, ink, share);
    if (contrast(hex, paper) >= 3) return hex;
  }
  return ink;
}

/** Empty accents take what the brand has already, and then hues as far from all the others as can be. */
function fillAccents(
  asked: readonly (string | null)[],
  own: readonly string[],
  [ink, paper]: [string, string] | string[],
) {
  const accents = [...asked];
  const spare = [...own];
  for (const [index, accent] of accents.entries()) {
    if (accent !== null) continue;
    const used = [ink!, ...accents.filter(hex => hex !== null)];
    const apart = (hex: string) => Math.min(...used.map(other => distance(hex, other)));
    const fits = (hex: string) => contrast(hex, paper!) >= 3 && apart(hex) >= 12;
    const found = spare.find(fits) ?? furthest(accents[0]!, hex => (fits(hex) ? apart(hex) : -1));
    accents[index] = found;
  }
  return Object.fromEntries(ACCENTS.map((name, index) => [name, accents[index]!])) as Pick<
    Theme,
    (typeof ACCENTS)[number]
  >;
}

/** Of thirty-six relatives of a colour, twelve hues at three lightnesses, the one that scores highest; the first of equals. */
function furthest(hex: string, score: (hex: string) => number): string {
  const relatives = [0.5, 0.38, 0.62].flatMap(lightness =>
    Array.from({ length: 12 }, (_, step) => turn(hex, step * 30, lightness)),
  );
  return relatives.reduce((best, relative) => (score(relative) > score(best) ? relative : best));
}

function roleColours(theme: Theme): readonly (readonly [ColourToken, Colour])[] {
  const own = (slot: ThemeSlot): Colour => ({ hex: theme[slot], slot, lumMod: null, lumOff: null });
  return [
    ['ink', own('dk1')],
    ['paper', own('lt1')],
    ['muted', own('dk2')],
    ['panel', own('lt2')],
    ['primary', own('accent1')],
    ['mark', own('accent6')],
    ['hairline', { hex: tint(theme.lt2, 90, 0), slot: 'lt2', lumMod: 90, lumOff: null }],
    ['link', own('hlink')],
    ...ACCENTS.map(accent => [accent, own(accent)] as const),
  ];
}

/** A colour bound to the slot that has the same hex, else literal. */
function bound(hex: string, theme: Theme): Colour {
  const slot = THEME_SLOTS.find(name => theme[name] === hex) ?? null;
  return { hex, slot, lumMod: null, lumOff: null };
}

/** Status colours are literal: they mean the same in every theme. */
function statusMarks(file: DataNode, resolve: Resolve, colours: Map<ColourToken, Colour>): Brand['status'] {
  const mark = (name: keyof typeof STATUS) => {
    const { role, hex, letter } = STATUS[name];
    const path = ['defaults', 'briefing', 'status', name] as const;
    const colour = resolve(...path, 'color') ?? resolve('color', role) ?? hex;
    colours.set(name, { hex: colour, slot: null, lumMod: null, lumOff: null });
    return { colour: name, letter: textAt(file, ...path, 'mark') ?? letter };
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
