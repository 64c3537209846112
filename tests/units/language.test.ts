/** The language of words: by their script where the deck is written in another. */
import { expect, test } from 'vitest';
import type { SlideContext } from '../../src/layout/context.ts';
import { setParagraphs } from '../../src/layout/runs.ts';
import { languageTag } from '../../src/model/language.ts';
import { NOWHERE } from '../../src/model/origin.ts';
import { plainRun } from '../../src/model/text.ts';
import { house } from '../support/scene.ts';

/** The runs of a text as `words[language]`, the deck's own without. */
function tagged(text: string, deck: string): string {
  const context = { brand: house.brand, language: deck } as SlideContext;
  const paragraph = { inlines: [plainRun(text, NOWHERE)], list: null, origin: NOWHERE };
  const [{ runs }] = setParagraphs([paragraph], { role: 'body', size: 16, colour: null, align: 'left' }, context) as [
    never,
  ];
  return (runs as { text: string; language: string }[])
    .map(run => (run.language === languageTag(deck) ? run.text : `${run.text}[${run.language}]`))
    .join('|');
}

test.each([
  ['en', 'The port of חיפה, 2025', 'The port of |חיפה, 2025[he-IL]'],
  ['en', 'مرحبا to all', 'مرحبا [ar-SA]|to all'],
  ['en', 'ท่าเรือ', 'ท่าเรือ[th-TH]'],
  ['en', 'बंदरगाह', 'बंदरगाह[hi-IN]'],
  ['en', 'Πειραιάς (Piraeus)', 'Πειραιάς ([el-GR]|Piraeus)'],
  ['en', 'Россия и мир', 'Россия и мир[ru-RU]'],
  ['ko', '서울 and Москва', '서울 and |Москва[ru-RU]'],
  ['en', '삼성 半导体 カメラ', '삼성 [ko-KR]|半导体 [zh-CN]|カメラ[ja-JP]'],
  // A deck that is written in the script keeps its own language.
  ['uk', 'Порт і місто', 'Порт і місто'],
  ['fa', 'بندر', 'بندر'],
  ['mr', 'बंदर', 'बंदर'],
  ['el', 'Λιμάνι', 'Λιμάνι'],
  ['he', 'נמל', 'נמל'],
  // Signs are of the language around them, and so are letters that are signs.
  ['en', '5 μm and Σ of 40 € – “more”', '5 μm and Σ of 40 € – “more”'],
  ['en', 'και ο λόγος', 'και ο λόγος[el-GR]'],
])('in a deck in %s, “%s” is %s', (deck, text, runs) => {
  expect(tagged(text, deck)).toBe(runs);
});
