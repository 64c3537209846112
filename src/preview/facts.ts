/** What the page says of a fact: what it is worth, who says so, and where it is written. */
import { type Fact, type Ledger, ledgerValue } from '../model/fact.ts';
import type { TextValue } from '../model/value.ts';
import type { Spots } from './spots.ts';
import type { FactView } from './view.ts';

/** The facts behind some names (`dram-share.samsung`), each with the slides that show it. */
export function factViews(
  shown: ReadonlyMap<string, readonly string[]>,
  ledger: Ledger,
  language: string,
  spots: Spots,
): Readonly<Record<string, FactView>> {
  const views = [...shown].flatMap(([name, slides]): [string, FactView][] => {
    const [id = '', ...member] = name.split('.');
    const fact = ledger.facts.get(id);
    return fact === undefined ? [] : [[name, viewOf(fact, member.join('.'), slides, { ledger, language, spots })]];
  });
  return Object.fromEntries(views);
}

interface Around {
  readonly ledger: Ledger;
  readonly language: string;
  readonly spots: Spots;
}

function viewOf(fact: Fact, key: string, slides: readonly string[], { ledger, language, spots }: Around): FactView {
  const member = fact.members.find(candidate => candidate.key === key);
  const unit = fact.unit.kind === 'none' ? '' : ` ${fact.unit.id}`;
  const worth = member === undefined ? fact.value : member.value;
  const members = fact.members.map(({ key, value }) => `${key} ${value ?? 'no value'}`).join(', ');
  return {
    statement: fact.statement === null ? null : wordsOf(fact.statement, language),
    value: worth !== null ? `${ledgerValue(fact, worth)}${unit}` : members === '' ? 'a statement' : `${members}${unit}`,
    asOf: fact.asOf === null ? null : `${fact.asOf.text}${fact.asOf.forecast ? ', a forecast' : ''}`,
    remarks: [
      ...(fact.use === 'plain' ? [] : [fact.use]),
      ...(fact.by === null ? [] : [`by ${wordsOf(fact.by, language)}`]),
      ...(fact.qualifier === null ? [] : [fact.qualifier.replace('-', ' ')]),
      ...(fact.verify ? ['to be verified'] : []),
      ...(fact.confidence === null ? [] : [`${fact.confidence} confidence`]),
      ...(fact.calc === null ? [] : [`= ${fact.calc}`]),
      ...(fact.note === null ? [] : [fact.note]),
    ],
    sources: fact.sources.map(id => sourceOf(id, ledger, language)),
    spot: spots(member?.place ?? fact.place),
    slides,
  };
}

function sourceOf(id: string, { sources }: Ledger, language: string): FactView['sources'][number] {
  const source = sources.get(id);
  if (source === undefined) return { text: id, url: null };
  const parts = [
    wordsOf(source.publisher, language),
    source.title === null ? null : wordsOf(source.title, language),
    source.date,
  ];
  const url = source.url !== null && /^https?:/.test(source.url) ? source.url : null;
  return { text: parts.filter(part => part !== null && part !== '').join(', '), url };
}

/** A text in a language, or in whichever it is written; facts in it by their names. */
function wordsOf({ texts }: TextValue, language: string): string {
  const inlines = texts.get(language) ?? texts.get('*') ?? [...texts.values()][0] ?? [];
  return inlines.map(inline => (inline.kind === 'words' ? inline.text : `$(${inline.use.fact})`)).join('');
}
