/** Touch: a stroke to the left goes on, one to the right goes back; what scrolls or pinches is left to the browser. */

/** The least length of a stroke in pixels, and how much longer it must be than it is high. */
const LEAST = 48;
const SLANT = 1.5;

export function onSwipe(isActive: () => boolean, run: (does: 'next' | 'previous') => void): void {
  let start: Touch | null = null;
  addEventListener(
    'touchstart',
    ({ touches }) => {
      start = touches.length === 1 ? touches[0]! : null;
    },
    { passive: true },
  );
  addEventListener(
    'touchend',
    ({ changedTouches: [end] }) => {
      const zoomed = (visualViewport?.scale ?? 1) > 1.01;
      if (start === null || end === undefined || zoomed || !isActive()) return;
      const [across, down] = [end.clientX - start.clientX, end.clientY - start.clientY];
      start = null;
      if (Math.abs(across) >= LEAST && Math.abs(across) > SLANT * Math.abs(down)) run(across < 0 ? 'next' : 'previous');
    },
    { passive: true },
  );
}
