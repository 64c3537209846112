/** A second thread for large packages: it deflates parts while the next are made. The bytes are the same, wherever they are deflated. */
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { asItIs, deflated, isWorthDeflating, type Packed, type Packing, shrink } from './zip.ts';

/** Bytes of a message: a few slides. */
const MESSAGE = 64_000;
/** Messages that wait for the thread; what comes while so many do is deflated here, so that neither of the two is idle. */
const WAITING = 16;

/** A packing whose results are final when it is finished. */
export interface ThreadedPacking {
  readonly packing: Packing;
  finish(): Promise<void>;
  /** Ends the thread, whatever it does. */
  close(): void;
}

export function openPacking(): ThreadedPacking {
  const { port1: port, port2 } = new MessageChannel();
  const worker = new Worker(new URL('./deflate-thread.js', import.meta.url), {
    workerData: { port: port2 },
    transferList: [port2],
    // What has been deflated is let go early: 12 MB less at 1,000 slides (measured).
    resourceLimits: { maxYoungGenerationSizeMb: 2 },
  });
  let collected: Packed[] = [];
  let size = 0;
  const sent: Packed[][] = [];

  const send = (): void => {
    port.postMessage(collected.map(({ bytes }) => bytes));
    sent.push(collected);
    [collected, size] = [[], 0];
  };
  const take = (contents: readonly Uint8Array[]): void =>
    sent.shift()!.forEach((packed, index) => void shrink(packed, contents[index]!));

  const isFree = (): boolean => {
    if (sent.length < WAITING) return true;
    for (let answer = receiveMessageOnPort(port); answer !== undefined; answer = receiveMessageOnPort(port))
      take(answer.message);
    return sent.length < WAITING;
  };

  return {
    packing(bytes) {
      if (!isWorthDeflating(bytes) || !isFree()) return deflated(bytes);
      const packed = asItIs(bytes);
      collected.push(packed);
      size += bytes.length;
      if (size >= MESSAGE) send();
      return packed;
    },
    finish() {
      send();
      return new Promise((resolve, reject) => {
        worker.on('error', reject);
        port.on('message', contents => {
          take(contents);
          if (sent.length === 0) resolve();
        });
      });
    },
    close() {
      port.close();
      void worker.terminate();
    },
  };
}
