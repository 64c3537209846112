/** What is said of a file that is not the package it should be. */
import { FileError } from '../files.ts';
import { XmlFault, ZipFault } from '../package/package.ts';

/** A fault of the file as the error that a person is told; anything else is ours, and stays what it is. */
export const deckFault = (file: string, error: unknown): unknown =>
  error instanceof ZipFault || error instanceof XmlFault
    ? new FileError(`${file} cannot be read: ${error.message}`)
    : error;
