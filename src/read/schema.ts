/** The JSON Schemas for editors: the contracts themselves, with every shape spelled out. */
import { type Contract, type Shape, shortNames, type Templates } from '../model/contract.ts';
import { FORGETFUL } from '../model/memory.ts';
import type { Project } from '../model/project.ts';
import { BRAND_CONTRACT } from './brand-contract.ts';
import { BRIEFING, BUILT_IN_KEYS } from './contracts/briefing.ts';
import { LEDGER } from './contracts/facts.ts';
import { SECTION, SECTION_KEYS } from './contracts/section.ts';
import { CONTRACT, LABELLED_FACT, PICTURE } from './contracts/shapes.ts';
import { KEBAB, SLIDE_KEYS } from './contracts/slide.ts';
import { SOURCES } from './contracts/sources.ts';
import { FRONT_MATTER, WORDS } from './contracts/template.ts';
import { openTemplates } from './templates.ts';
import { LANGUAGE } from './text.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

/** Draft 7 is what the YAML language server knows. */
const DRAFT = 'http://json-schema.org/draft-07/schema#';

/**
 * The schema files by name. They know the templates of the project and the built-in ones; what a briefing has in a
 * `templates` folder of its own is not among them, so that one set of schemas serves all briefings.
 */
export function schemas(project: Project): ReadonlyMap<string, Json> {
  const shelf = openTemplates('', project, () => {}, FORGETFUL);
  for (const name of shelf.names) shelf.get(name);
  const templates = shelf.used();
  const definitions = { ...SHAPE_SCHEMAS, ...slideSchemas(templates), section: sectionSchema(templates) };
  const file = (title: string, schema: JsonObject): Json => ({
    $schema: DRAFT,
    title,
    ...schema,
    definitions: reachable(schema, definitions),
  });
  return new Map<string, Json>([
    ['briefing.json', file('briefing.yaml', briefingSchema(templates))],
    ['facts.json', file('facts.yaml', schemaOf(LEDGER))],
    ['sources.json', file('sources.yaml', schemaOf(SOURCES))],
    ['section.json', file('sections/NAME.yaml', { allOf: [reference('section')] })],
    ['template.json', file('Front matter of a slide or component', schemaOf(FRONT_MATTER.slides))],
    ['kind.json', file('Front matter of a section kind', schemaOf(FRONT_MATTER.sections))],
    ['words.json', file('words.yaml', schemaOf(WORDS))],
    ['brand.json', file('_brand.yml', schemaOf(BRAND_CONTRACT))],
  ]);
}

/** The definitions that a schema refers to, and those that they refer to. */
function reachable(schema: Json, definitions: JsonObject): JsonObject {
  const names = new Set<string>();
  const visit = (json: Json): void => {
    for (const [, name] of JSON.stringify(json).matchAll(/"#\/definitions\/([^"]+)"/g)) {
      if (names.has(name!)) continue;
      names.add(name!);
      visit(definitions[name!]!);
    }
  };
  visit(schema);
  return Object.fromEntries([...names].sort().map(name => [name, definitions[name]!]));
}

const reference = (name: string): JsonObject => ({ $ref: `#/definitions/${name}` });

/** A contract in draft 7: closed maps say that they are closed, and a `$ref` stands alone, since draft 7 ignores its neighbours. */
function schemaOf(contract: Contract): JsonObject {
  const { $ref, properties, items, additionalProperties, oneOf, type, ...plain } = contract;
  const own = plain as unknown as JsonObject;
  if ($ref !== undefined) return { ...own, allOf: [reference($ref)] };
  const isMap = type === 'object' || properties !== undefined;
  return {
    ...own,
    ...(type === undefined ? {} : { type: typeOf(contract) }),
    ...(properties === undefined ? {} : { properties: each(properties, schemaOf) }),
    ...(items === undefined ? {} : { items: schemaOf(items) }),
    ...(oneOf === undefined ? {} : { anyOf: oneOf.map(schemaOf) }),
    ...(isMap ? { additionalProperties: additionalProperties ? schemaOf(additionalProperties) : false } : {}),
  };
}

/** Words are read as typed, so `as-of: 2024` and `label: NO` are words too; a number left empty is a gap. */
function typeOf({ type, enum: words }: Contract): Json {
  if (type === 'string' && words === undefined) return ['string', 'number', 'boolean'];
  return type === 'number' ? ['number', 'null'] : type!;
}

const each = <T>(record: Readonly<Record<string, T>>, change: (value: T) => JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

const WORD: JsonObject = { type: ['string', 'number', 'boolean'] };

const SHAPE_SCHEMAS: Readonly<Record<Shape, JsonObject>> = {
  text: {
    description:
      'Text, or a text for each language. `**bold**`, `*emphasis*`, `[link](https://…)`, and a fact as `$(id)`, `$(id short)` or `$(id numeral)`.',
    anyOf: [
      WORD,
      { type: 'object', propertyNames: { pattern: LANGUAGE.source }, additionalProperties: WORD, minProperties: 1 },
    ],
  },
  fact: {
    description: 'The id of a fact, with a member behind a dot where it has several: `dram-share.samsung`.',
    type: 'string',
    pattern: '^[a-z][a-z0-9-]*(\\..+)?$',
  },
  'labelled-fact': schemaOf(LABELLED_FACT),
  series: {
    description: 'The id of a fact with several values, or a list of figures with their labels.',
    anyOf: [{ type: 'string' }, { type: 'array', items: reference('labelled-fact') }],
  },
  period: {
    description: '2024, 2024-Q2, 2024-H1, 2024-04, 2024-04-09 or 2021..2031, with F behind it for a forecast.',
    type: ['string', 'integer'],
  },
  highlight: { description: '`true` on what proves the message: one at most on a slide.', type: 'boolean' },
  picture: schemaOf(PICTURE),
  'slide-content': { description: 'A slide that says which one it is.', type: 'object' },
  contract: schemaOf(CONTRACT),
};

/** Each slide by its template, and an explicit slide, whose template is named by its `slide`. */
function slideSchemas(templates: Templates): JsonObject {
  const names = [...shortNames([...templates.keys()], 'slides')].sort();
  const known = names.map(name => [`slide-${name}`, schemaOf(templates.get(`slides/${name}`)!.contract)] as const);
  const choice = names.map(name => when('slide', name, reference(`slide-${name}`)));
  const slide = { ...schemaOf(SLIDE_KEYS.slide!), anyOf: [{ enum: names }, WORD] };
  const explicit = { type: 'object', properties: { ...each(SLIDE_KEYS, schemaOf), slide }, allOf: choice };
  return { ...Object.fromEntries(known), 'slide-content': { ...SHAPE_SCHEMAS['slide-content'], ...explicit } };
}

/** A section: by its kind the slides that the kind knows; every other key is an explicit slide, and names its template. */
function sectionSchema(templates: Templates): JsonObject {
  const names = [...shortNames([...templates.keys()], 'sections')].sort();
  const kinds = names.map(name => {
    const slides = Object.fromEntries(templates.get(`sections/${name}`)!.slides);
    return when('kind', name, {
      properties: each(slides, slide => reference(`slide-${slide.slice('slides/'.length)}`)),
      ...explicitBut([...Object.keys(SECTION_KEYS), ...Object.keys(slides)]),
    });
  });
  const kind = { ...schemaOf(SECTION_KEYS.kind!), anyOf: [{ enum: names }, WORD] };
  return {
    description: SECTION.description!,
    type: 'object',
    required: ['title'],
    properties: { ...each(SECTION_KEYS, schemaOf), kind },
    propertyNames: { pattern: KEBAB },
    additionalProperties: reference('slide-content'),
    allOf: [...kinds, { if: { required: ['kind'] }, else: explicitBut(Object.keys(SECTION_KEYS)) }],
  };
}

/** Every key but these must say which slide it is. */
const explicitBut = (keys: readonly string[]): JsonObject => ({
  patternProperties: { [`^(?!(${keys.join('|')})$)`]: { required: ['slide'] } },
});

const when = (key: string, value: string, then: JsonObject): JsonObject => ({
  if: { properties: { [key]: { const: value } }, required: [key] },
  then,
});

function briefingSchema(templates: Templates): JsonObject {
  const whole = schemaOf(BRIEFING);
  const slides = Object.entries(BUILT_IN_KEYS).filter(([name]) => templates.has(`slides/${name}`));
  return {
    ...whole,
    properties: {
      ...(whole.properties as JsonObject),
      ...Object.fromEntries(slides.map(([name, key]) => [key, reference(`slide-${name}`)])),
      sections: { ...schemaOf(BRIEFING.properties!.sections!), additionalProperties: reference('section') },
    },
  };
}
