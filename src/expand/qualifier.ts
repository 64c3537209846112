/** How sure a figure is, in words and in signs: about, at least, up to, more than. */
import type { Qualifier } from '../model/fact.ts';
import { NO_BREAK_SPACE } from './numerals.ts';

/** The qualifier in running text: `about 54,000 people`, `최대 8만 1,000명`, `至少10%`. */
export function qualified(text: string, qualifier: Qualifier | null, language: string): string {
  if (qualifier === null) return text;
  const pattern = (QUALIFIED[language] ?? QUALIFIED.en!)[qualifier];
  return pattern.replace('#', () => text).replaceAll('_', NO_BREAK_SPACE);
}

/** `#` is the number, `_` a space that does not break. */
const QUALIFIED: Readonly<Record<string, Readonly<Record<Qualifier, string>>>> = {
  en: { 'at-least': 'at least #', about: 'about #', 'up-to': 'up to #', 'more-than': 'over #' },
  ko: { 'at-least': '#_이상', about: '약_#', 'up-to': '최대_#', 'more-than': '#_이상' },
  zh: { 'at-least': '至少#', about: '约#', 'up-to': '最多#', 'more-than': '逾#' },
};

/** What goes before and after the numeral of a card. */
export function qualifierMarks(qualifier: Qualifier | null, language: string): readonly [string, string] {
  if (qualifier === null) return ['', ''];
  const marks = (MARKS[language] ?? MARKS.en!)[qualifier];
  return [marks[0].replace('_', NO_BREAK_SPACE), marks[1]];
}

const MARKS: Readonly<Record<string, Readonly<Record<Qualifier, readonly [string, string]>>>> = {
  en: { 'at-least': ['≥', ''], about: ['~', ''], 'up-to': ['≤', ''], 'more-than': ['>', ''] },
  ko: { 'at-least': ['', '+'], about: ['약_', ''], 'up-to': ['최대_', ''], 'more-than': ['', '+'] },
  zh: { 'at-least': ['≥', ''], about: ['约', ''], 'up-to': ['最多', ''], 'more-than': ['>', ''] },
};
