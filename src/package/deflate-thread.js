/** A thread that deflates, in plain JavaScript: Node starts a thread from a file that it can run by itself. See threads.ts. */
import { workerData } from 'node:worker_threads';
import { deflateSync } from 'fflate';

workerData.port.on('message', (/** @type {readonly Uint8Array[]} */ contents) => {
  const deflated = contents.map(content => deflateSync(content, { level: 6 }));
  workerData.port.postMessage(
    deflated,
    deflated.map(({ buffer }) => buffer),
  );
});
