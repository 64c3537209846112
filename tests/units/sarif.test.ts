/** What build servers are given: SARIF's types hold its shape, these tests what it says. */
import { expect, test } from 'vitest';
import { sarif } from '../../src/sarif.ts';
import { buildFixture } from '../support/fixture.ts';

test('a result names its rule, its grade, its stretch of a file and its slide', async () => {
  const { project, result } = await buildFixture('check-title-too-long');
  const log = sarif([{ diagnostics: result.diagnostics, project: { ...project, display: name => name } }]);
  expect(log.version).toBe('2.1.0');
  const [run] = log.runs;
  const found = run!.results!.find(({ ruleId }) => ruleId === 'title-too-long')!;
  expect(run!.tool.driver.rules![found.ruleIndex!]).toMatchObject({ id: 'title-too-long' });
  expect(found.level).toBe('error');
  const { physicalLocation, logicalLocations } = found.locations![0]!;
  expect(physicalLocation!.artifactLocation!.uri).toBe('check-title-too-long/briefing.yaml');
  const { startLine, startColumn, endLine, endColumn } = physicalLocation!.region!;
  expect([startLine, endLine].every(line => line! >= 1)).toBe(true);
  expect(endLine! > startLine! || endColumn! > startColumn!).toBe(true);
  expect(logicalLocations![0]!.fullyQualifiedName).toMatch(/^\w+\/\w+$/);
  expect(found.relatedLocations![0]!.physicalLocation!.artifactLocation!.uri).toMatch(/\.hbs$/);
});

test('a file is named as a reference that RFC 3986 allows, and a remark is a note', async () => {
  const { project, result } = await buildFixture('read-unused-anchor');
  const problem = { ...result.diagnostics[0]!.problem, severity: 'info' as const };
  const diagnostics = [{ ...result.diagnostics[0]!, problem }];
  const log = sarif([{ diagnostics, project: { ...project, display: () => 'my data/한.yaml' } }]);
  const [found] = log.runs[0]!.results!;
  expect(found!.level).toBe('note');
  expect(found!.locations![0]!.physicalLocation!.artifactLocation!.uri).toBe('my%20data/%ED%95%9C.yaml');
});

test('without a fault there is a run without results', () => {
  expect(sarif([]).runs).toMatchObject([{ results: [], tool: { driver: { name: 'briefwright', rules: [] } } }]);
});
