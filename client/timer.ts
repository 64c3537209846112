/** The presenter's clock, and the time since the presentation began. */

const SECOND = 1000;

export interface Timer {
  pause(): void;
  restart(): void;
}

/** Starts both; `onPause` hears whether the time stands still. */
export function startTimer(onPause: (paused: boolean) => void): Timer {
  const clock = document.getElementById('clock')!;
  const output = document.getElementById('timer')!;
  const time = new Intl.DateTimeFormat(document.documentElement.lang, { hour: 'numeric', minute: '2-digit' });
  let [elapsed, since, paused] = [0, Date.now(), false];
  const draw = () => {
    const seconds = Math.floor((elapsed + (paused ? 0 : Date.now() - since)) / SECOND);
    clock.textContent = time.format(new Date());
    output.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  };
  draw();
  setInterval(draw, SECOND / 4);
  return {
    pause() {
      if (!paused) elapsed += Date.now() - since;
      [since, paused] = [Date.now(), !paused];
      onPause(paused);
    },
    restart() {
      [elapsed, since] = [0, Date.now()];
      draw();
    },
  };
}
