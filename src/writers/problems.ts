/** What writers can say. */
import type { Problem } from '../model/diagnostic.ts';

export const FACE_NOT_INSTALLED: Problem = {
  code: 'face-not-installed',
  severity: 'error',
  means: 'A PDF holds its fonts, and the package with the outlines of an East Asian face is not installed.',
  mend: 'Install the package that the hint names; it runs no script.',
};

export const CHARACTER_NOT_DRAWN: Problem = {
  code: 'character-not-drawn',
  severity: 'warning',
  means: 'A PDF shows a box in place of a character that no installed face has; copied, it is the character still.',
  mend: 'Put it in words, or use a sign that the face has.',
};
