/** On which ground a brand is shown, and what it says of the ground that is not its own. */
import type { Ground } from '../model/brand.ts';
import { nodeAt } from './brand-file.ts';
import { isLighter, lift } from './derive.ts';
import type { DataNode } from './tree.ts';

/** Finds the colour at a path of keys; null where there is none. */
export type Resolve = (...path: readonly string[]) => string | null;

export interface Grounds {
  readonly ground: Ground;
  /** Where the file speaks of this ground: its extension, and below it `dark` or `light` for the ground that is not its own. */
  readonly extension: readonly string[];
  /** Whether the brand is made for this ground. */
  readonly own: boolean;
  /** A colour role of brand.yml on this ground; null where the file has none, or has it for its other ground alone. */
  role(name: string): string | null;
  /** The colour of links; null where the file has none. */
  link(paper: string): string | null;
  /** What a colour of the brand's own ground becomes on this one: what its role is here, else lifted until it is seen. */
  turned(hex: string, least: number, paper: string): string;
  /** A colour by its place in the extension, else by its role; turned where the file has it for its own ground alone. */
  mark(role: string | null, least: number, paper: string, ...place: readonly string[]): string | null;
}

/** Roles that a file may give for the ground that is not its own. */
const ROLES = ['primary', 'secondary', 'tertiary', 'success', 'warning', 'danger'] as const;

/** A brand is made for the ground that its `color` section describes; `asked` may want the other one. */
export function groundsOf(asked: Ground | null, resolve: Resolve): Grounds {
  const [ink, paper] = [resolve('color', 'foreground'), resolve('color', 'background')];
  const natural: Ground = isLighter(ink ?? '#000000', paper ?? '#FFFFFF') ? 'dark' : 'light';
  const ground = asked ?? natural;
  const own = ground === natural;
  const base = ['defaults', 'briefing'];
  const extension = own ? base : [...base, ground];
  const role = (name: string) => (own ? resolve('color', name) : resolve(...extension, name));
  const turned = (hex: string, least: number, under: string): string => {
    if (own) return hex;
    const same = ROLES.find(name => resolve('color', name) === hex);
    return (same === undefined ? null : resolve(...extension, same)) ?? lift(hex, least, under);
  };
  return {
    ground,
    own,
    extension,
    role,
    turned,
    link(under) {
      const said = resolve('typography', 'link', 'color');
      return said === null ? null : turned(said, 6.5, under);
    },
    mark(name, least, under, ...place) {
      const said = (place.length > 0 ? resolve(...extension, ...place) : null) ?? (name === null ? null : role(name));
      if (said !== null || own) return said;
      const other =
        (place.length > 0 ? resolve(...base, ...place) : null) ?? (name === null ? null : resolve('color', name));
      return other === null ? null : turned(other, least, under);
    },
  };
}

/** Whether the file says anything of a list on the ground, such as `series`; else it is that of its own ground. */
export const saysOf = (file: DataNode, { extension }: Grounds, key: string): boolean =>
  nodeAt(file, ...extension, key) !== null;
