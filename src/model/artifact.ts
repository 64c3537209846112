/** A finished file. */

export interface Artifact {
  /** File name without a folder: `korea-ai-semiconductors.ko.pptx`, or `NAME/slide-03.svg` for a set. */
  readonly name: string;
  readonly bytes: Uint8Array;
}
