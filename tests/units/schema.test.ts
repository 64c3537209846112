/** The schemas for editors: they are the manual that people read while they type. */
import { describe, expect, test } from 'vitest';
import { schemas } from '../../src/read/read.ts';
import { memoryProject } from '../support/memory.ts';

type Json = { readonly [key: string]: unknown };

const files = schemas(
  memoryProject({
    '@templates/slides/gap.hbs':
      '---\ndescription: A gap.\nrequired: [number]\nproperties: {number: {$ref: fact, description: The gap}}\n---\n',
    '@templates/slides/cover.hbs': '---\ndescription: The cover.\n---\n',
    '@templates/sections/talent.hbs': '---\ndescription: People.\nslides: {shortage: gap}\n---\n',
  }),
);
const schema = (name: string): Json => files.get(name) as Json;

/** Every object in a schema, with the path to it. */
function objectsIn(json: unknown, path = ''): [string, Json][] {
  if (typeof json !== 'object' || json === null) return [];
  const inner = Object.entries(json).flatMap(([key, value]) => objectsIn(value, `${path}/${key}`));
  return Array.isArray(json) ? inner : [[path, json as Json], ...inner];
}

describe.each([...files.keys()])('%s', name => {
  const objects = objectsIn(schema(name));

  test('every reference leads to a definition of the file', () => {
    const definitions = Object.keys((schema(name).definitions ?? {}) as Json);
    const wanted = objects.flatMap(([, { $ref }]) =>
      typeof $ref === 'string' ? [$ref.replace('#/definitions/', '')] : [],
    );
    expect([...new Set(wanted)].sort()).toEqual(definitions.sort());
  });

  test('a reference stands alone, because draft 7 ignores what stands beside it', () => {
    expect(objects.filter(([, json]) => typeof json.$ref === 'string' && Object.keys(json).length > 1)).toEqual([]);
  });
});

test.each(['briefing.json', 'facts.json', 'sources.json', 'section.json', 'template.json', 'kind.json'])(
  'every key of %s is explained',
  name => {
    // Below `properties` stand keys, and one of them may be called `properties` itself.
    const schemasIn = objectsIn(schema(name)).filter(([path]) => !path.endsWith('/properties'));
    const silent = schemasIn.flatMap(([path, { properties }]) =>
      Object.entries((properties ?? {}) as Json).flatMap(([key, value]) => {
        const known = value as Json;
        const explained = known.description !== undefined || known.$ref !== undefined || known.const !== undefined;
        return explained ? [] : [`${path}/${key}`];
      }),
    );
    expect(silent).toEqual([]);
  },
);

test('a section is completed by its kind', () => {
  const { section, 'slide-gap': gap } = schema('section.json').definitions as Readonly<Record<string, Json>>;
  expect(section!.allOf).toContainEqual({
    if: { properties: { kind: { const: 'talent' } }, required: ['kind'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: {
      properties: { shortage: { $ref: '#/definitions/slide-gap' } },
      patternProperties: {
        '^(?!(kind|title|message|evidence|question|tracked|icon|shortage)$)': { required: ['slide'] },
      },
    },
  });
  expect(gap!.required).toEqual(['number']);
  expect(Object.keys(gap!.properties as Json)).toEqual(
    expect.arrayContaining(['message', 'so-what', 'notes', 'number']),
  );
});
