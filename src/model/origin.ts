/** Where a thing comes from: carried from the YAML file to the shape on the slide. */

/**
 * A stretch of a file that the author wrote: the UTF-16 code units [start, end) of its decoded text.
 * Small on purpose: line and column are computed only when something is printed (`report.ts`).
 */
export interface Place {
  /** The file's name in the Project, such as `data/korea/facts.yaml`. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** The data and the template that made a thing; both null only for what the compiler itself adds (page numbers). */
export interface Origin {
  /** JSON Pointer (RFC 6901) into the merged briefing, such as `/sections/talent/workforce/message`. */
  readonly pointer: string | null;
  /** Where that datum stands. */
  readonly data: Place | null;
  /** The tag in the template that showed it. */
  readonly template: Place | null;
}

export const NOWHERE: Origin = { pointer: null, data: null, template: null };

/** An origin in a file alone: for faults found before there is a datum to point to. */
export const at = (place: Place, pointer: string | null = null): Origin => ({ pointer, data: place, template: null });
