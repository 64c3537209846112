/** The contract of `facts.yaml`: the ledger. */
import type { Contract } from '../../model/contract.ts';
import { KEBAB } from './slide.ts';

const ids: Contract = { oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] };

const DISPLAY: Contract = {
  oneOf: [
    { type: 'string' },
    {
      type: 'object',
      required: ['long'],
      properties: {
        long: { type: 'string', description: 'In running text: ₩9.4 trillion.' },
        short: { type: 'string', description: 'On cards and in charts: ₩9.4tn.' },
      },
    },
  ],
};

export const FACT: Contract = {
  type: 'object',
  description: 'One fact. It has a `value`, several `values` or a `calc`; or it is a `statement` alone.',
  properties: {
    value: { type: 'number', description: 'The number, in the unit: 9.4 for ₩9.4 trillion in `KRW tn`.' },
    values: {
      type: 'object',
      propertyNames: { pattern: '^[^.()\\s]([^.()]*[^.()\\s])?$' },
      additionalProperties: { type: 'number' },
      description:
        'Several numbers by member, in the order shown: {samsung: 42.9, hynix: 34.5} or {2024: 12000, 2032F: 34000}. F marks a forecast; an empty value is a gap.',
    },
    calc: {
      type: 'string',
      minLength: 1,
      description:
        'An expression over facts: $(chile) / sum(output) * 100. It knows + - * / ^ ( ) and sum; scales are left to you.',
    },
    labels: {
      type: 'object',
      additionalProperties: { $ref: 'text' },
      description: 'What members are called on slides: {samsung: {en: Samsung, ko: 삼성전자}}. Left out: their keys.',
    },
    unit: {
      type: 'string',
      description:
        'A currency with its scale (`KRW tn`, `USD bn`, `EUR m`), `percent`, `pp`, `people`, `count`, `year`, `ratio`, a rate (`KRW per USD`), a measure (`kt`, `km`, `GW`), or one of `units`.',
    },
    'as-of': {
      $ref: 'period',
      description: 'When it was true: 2024, 2024-Q2, 2024-04-09, 2021..2031; F behind it for a forecast.',
    },
    until: { $ref: 'period', description: 'When it ends: the horizon of a plan.' },
    qualifier: {
      type: 'string',
      enum: ['at-least', 'about', 'up-to', 'more-than'],
      description: 'How exact it is; printed with the number.',
    },
    source: { ...ids, description: 'The id of its source, or a list of them, the best first.' },
    use: {
      type: 'string',
      enum: ['plain', 'attributed', 'context', 'never'],
      default: 'plain',
      description:
        '`plain` may be stated flatly; `attributed` only as the claim of `by`; `context` in notes alone; `never` on no slide.',
    },
    by: { $ref: 'text', description: 'Whose claim it is, for `attributed`.' },
    verify: { type: 'boolean', description: '`true`: somebody must check the original before release.' },
    confidence: {
      type: 'string',
      enum: ['high', 'medium', 'low'],
      description: 'How far the source is to be trusted.',
    },
    digits: {
      type: 'integer',
      minimum: 0,
      maximum: 10,
      description: 'Digits after the decimal mark. Left out: as many as were typed.',
    },
    ref: { type: 'string', description: 'Its id in another fact base, such as S-INV-01.' },
    display: {
      type: 'object',
      propertyNames: { pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' },
      additionalProperties: DISPLAY,
      description: 'Exceptions to the generated wording, by language; the number in them must be the value.',
    },
    statement: { $ref: 'text', description: 'The fact as a sentence.' },
    audiences: {
      type: 'array',
      minItems: 1,
      items: { type: 'string' },
      description: 'The only audiences that may see it; left out, all may.',
    },
    note: { type: 'string', description: 'A remark for those who keep the ledger; printed nowhere.' },
  },
};

export const FACTS: Contract = {
  type: 'object',
  description: 'Facts by id; an id is kebab-case, starts with a letter and never changes.',
  propertyNames: { pattern: KEBAB },
  additionalProperties: FACT,
};

export const UNITS: Contract = {
  type: 'object',
  description: "The briefing's own units: the word printed after the number, {l-per-s: {en: l/s}}.",
  propertyNames: { pattern: KEBAB },
  additionalProperties: { $ref: 'text' },
};

/** `facts.yaml` as a whole. */
export const LEDGER: Contract = {
  type: 'object',
  description: 'The ledger: every number of the briefing, typed once.',
  properties: { units: UNITS, facts: FACTS },
};
