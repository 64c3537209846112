/** Preloaded into a measured process: says its peak memory, in KiB, as its last act. */
import { writeFileSync } from 'node:fs';

process.on('exit', () => writeFileSync(process.env.BENCH_RSS, String(process.resourceUsage().maxRSS)));
