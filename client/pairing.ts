/** Two windows in step: the audience's and the presenter's. By messages between them, which work from a file too, where origins say nothing. */

export interface State {
  readonly slide: number;
  readonly black: boolean;
}

interface Message extends State {
  readonly turn: number;
}

const NAME = 'briefwright-presenter';
/** How often the presenter's window says where it is, in milliseconds: an audience's window that was loaded anew hears of it. */
const BEAT = 1000;

/** Whether this window is the presenter's: it was opened as such, and whoever opened it is there. */
export const isPresenter = window.name === NAME && window.opener !== null;

let second: Window | null = null;

/** Opens the presenter's window, or brings it to the front; false where the browser refuses. */
export function openPresenter(): boolean {
  second = window.open(location.href, NAME, 'popup,width=1180,height=760');
  return second !== null;
}

interface Ends {
  state(): State;
  /** Goes where the other window is. */
  follow(state: State): void;
}

/** Keeps this window and the other in step; `tell` is for every move that is made here. */
export function pair({ state, follow }: Ends): { tell(): void } {
  // Both count the moves that they know of: the later move wins, and of two at once the presenter's. A window that is loaded anew knows them still.
  let turn = Number((history.state as { turn?: number } | null)?.turn ?? 0);
  const count = (moves: number) => {
    turn = moves;
    history.replaceState({ turn }, '');
  };
  const send = () => (isPresenter ? (window.opener as Window) : second)?.postMessage({ ...state(), turn }, '*');
  addEventListener('message', ({ data, source }: MessageEvent<unknown>) => {
    if (!isMessage(data) || source === null) return;
    const other = source as Window;
    if (isPresenter ? other !== window.opener : other.opener !== window) return;
    if (!isPresenter) second = other;
    if (data.turn < turn) return send();
    if (data.turn === turn && isPresenter) return;
    count(data.turn);
    follow(data);
  });
  if (isPresenter) {
    send();
    setInterval(send, BEAT);
  }
  return {
    tell() {
      count(turn + 1);
      send();
    },
  };
}

function isMessage(data: unknown): data is Message {
  if (typeof data !== 'object' || data === null) return false;
  const { slide, black, turn } = data as Partial<Message>;
  return Number.isInteger(slide) && typeof black === 'boolean' && Number.isInteger(turn);
}
