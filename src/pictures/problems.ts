/** What can be wrong with a picture. */
import type { Problem } from '../model/diagnostic.ts';

export const PICTURE_MISSING: Problem = {
  code: 'picture-missing',
  severity: 'error',
  means: 'A picture that the data or the brand names does not exist.',
  mend: 'Put the file where it is named, or name it relative to the file that shows it.',
};

export const PICTURE_BROKEN: Problem = {
  code: 'picture-broken',
  severity: 'error',
  means: 'A file is no PNG, JPEG, SVG, GIF or WebP picture, or only the beginning of one.',
  mend: 'Export the picture again; its bytes are judged, not its extension.',
};

export const PICTURE_OUTSIDE: Problem = {
  code: 'picture-outside',
  severity: 'error',
  means:
    'A picture is named by an absolute path, a URL or a path that leaves the project; a build reads nothing there.',
  mend: 'Copy the picture into the project and name it relative to the file that shows it.',
  exit: 4,
};

export const PICTURE_TOO_LARGE: Problem = {
  code: 'picture-too-large',
  severity: 'error',
  means: 'A picture has more bytes or pixels than a build will decode.',
  mend: 'Scale the picture down; a slide shows at most about 4000 pixels across.',
  exit: 4,
};

export const SVG_UNSAFE: Problem = {
  code: 'svg-unsafe',
  severity: 'error',
  means: 'An SVG holds a document type, a script, a foreign object, an external reference or a flood of elements.',
  mend: 'Export the drawing as plain SVG with everything it needs inside.',
  exit: 4,
};

export const PICTURE_PROBLEMS: readonly Problem[] = [
  PICTURE_MISSING,
  PICTURE_BROKEN,
  PICTURE_OUTSIDE,
  PICTURE_TOO_LARGE,
  SVG_UNSAFE,
];
