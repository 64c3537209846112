/** Magnitudes of languages that count by ten thousands. */

export interface Magnitude {
  /** Ten to this power. */
  readonly exponent: number;
  readonly word: string;
}

const named = (...words: readonly (readonly [exponent: number, word: string])[]): readonly Magnitude[] =>
  words.map(([exponent, word]) => ({ exponent, word }));

/** From the largest (klreq and clreq leave the choice to the house; 兆 is ambiguous in Chinese). */
const MAGNITUDES: Readonly<Record<string, readonly Magnitude[]>> = {
  ko: named([12, '조'], [8, '억'], [4, '만']),
  zh: named([12, '万亿'], [8, '亿'], [4, '万']),
  ja: named([12, '兆'], [8, '億'], [4, '万']),
};

/** The magnitudes of a language, from the largest; none where it counts by thousands. */
export const magnitudesOf = (language: string): readonly Magnitude[] => MAGNITUDES[language] ?? [];
