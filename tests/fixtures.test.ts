/** One loop over all fixtures: what they say, what they look like, and that PowerPoint takes them. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildFixture, expected, FIXTURES, fixtureNames } from './support/fixture.ts';
import { breaches } from './support/laws.ts';
import { OFFICE_VERSIONS, validate } from './support/validator.ts';

describe.each(fixtureNames())('%s', name => {
  const wanted = expected(name);

  test('says what its comments expect, and nothing else', async () => {
    expect((await buildFixture(name)).found).toEqual(wanted);
  });

  if (wanted.some(line => line.includes(' error '))) {
    test('writes nothing', async () => {
      const { result } = await buildFixture(name);
      expect(result.artifacts.map(artifact => artifact.name)).toEqual([]);
    });
    return;
  }

  test('lays out as its golden scene says', async () => {
    const { result } = await buildFixture(name, { formats: ['text'] });
    const scene = new TextDecoder().decode(result.artifacts[0]!.bytes);
    await expect(scene).toMatchFileSnapshot(join(FIXTURES, name, 'scene.txt'));
  });

  test('is a package without a flaw', async () => {
    const { result } = await buildFixture(name);
    const deck = result.artifacts[0]!.bytes;
    expect(breaches(deck)).toEqual([]);
    expect(await validate(deck, OFFICE_VERSIONS)).toEqual([]);
  });
});
