/** Diagnostics in the Static Analysis Results Interchange Format (OASIS SARIF 2.1.0), for build servers and code review. */
import type { Location, Log, ReportingDescriptor, Result } from 'sarif';
import type { Diagnostic, Problem, Severity } from './model/diagnostic.ts';
import type { Place } from './model/origin.ts';
import type { Project } from './model/project.ts';
import { positionOf } from './report.ts';
import { VERSION } from './version.ts';

/** What was found in one briefing, and how its files are named. */
export interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  readonly project: Project & { display(name: string): string };
}

/** SARIF's own words for how grave a result is (section 3.27.10). */
const LEVEL: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** One run over all briefings; the rules are those that were broken. */
export function sarif(found: readonly Findings[]): Log {
  const problems = [...new Set(found.flatMap(({ diagnostics }) => diagnostics.map(({ problem }) => problem)))];
  const results = found.flatMap(({ diagnostics, project }) =>
    diagnostics.map(diagnostic => resultOf(diagnostic, problems.indexOf(diagnostic.problem), project)),
  );
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'briefwright', semanticVersion: VERSION, rules: problems.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  };
}

const ruleOf = ({ code, severity, means, mend }: Problem): ReportingDescriptor => ({
  id: code,
  shortDescription: { text: means },
  help: { text: mend },
  defaultConfiguration: { level: LEVEL[severity] },
});

/** The datum is the place of a result; the template that showed it is related to it. */
function resultOf(diagnostic: Diagnostic, ruleIndex: number, project: Findings['project']): Result {
  const { problem, message, hint, origin, slide } = diagnostic;
  const place = origin.data ?? origin.template;
  const related = origin.data === null ? null : origin.template;
  const slides = slide === null ? [] : [{ fullyQualifiedName: slide.id, kind: 'slide' }];
  return {
    ruleId: problem.code,
    ruleIndex,
    level: LEVEL[problem.severity],
    message: { text: hint === null ? message : `${message} Hint: ${hint}` },
    locations:
      place === null && slides.length === 0 ? [] : [{ ...locationOf(place, project), logicalLocations: slides }],
    relatedLocations:
      related === null
        ? []
        : [{ id: 0, message: { text: 'The template that shows it.' }, ...locationOf(related, project) }],
  };
}

function locationOf(place: Place | null, project: Findings['project']): Location {
  if (place === null) return {};
  const { file, line, column } = positionOf(place, project);
  const end = positionOf({ ...place, start: Math.max(place.start, place.end) }, project);
  return {
    physicalLocation: {
      artifactLocation: { uri: encodeURI(project.display(file)) },
      region: { startLine: line, startColumn: column, endLine: end.line, endColumn: end.column },
    },
  };
}
