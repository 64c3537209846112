/** The version that `--version`, the manifest and bug reports name; a test holds it against package.json. */
export const VERSION = '0.1.0';
