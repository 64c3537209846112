import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // The second reporter closes with the plain line that build servers read.
    reporters: ['default', './tests/support/summary.ts'],
    // A deck is written, zipped and validated by another process; slow machines take their time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
