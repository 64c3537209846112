/** The library's face: `build`, and the types that a caller needs. */
export { type Build, type BuildOptions, build, type Version } from './build.ts';
export { type DiskProject, openProject } from './files.ts';
export type { Artifact } from './model/artifact.ts';
export type { Diagnostic, Problem, Severity } from './model/diagnostic.ts';
export type { Origin, Place } from './model/origin.ts';
export type { Project } from './model/project.ts';
export type { Item, Scene, Slide } from './model/scene.ts';
export { type DiagnosticRecord, type Position, positionOf, records } from './report.ts';
export type { Format } from './writers/writers.ts';
