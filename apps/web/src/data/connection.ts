// One connection to a room, of the workbench and of a phone alike: opened again whenever it is lost, at once when the page or the
// network comes back; one that only seems to be there is found out and left behind.
import type { FromClient, FromServer } from "@parapet/live";

const firstWait = 250;
const longestWait = 8_000;
const betweenChecks = 10_000;
/** A phone that slept keeps a dead socket: what does not answer within this is left behind. */
const patience = 5_000;

/** How a connection was lost: the code and the words of the server, if it ended it; whether it ever stood. */
export interface Lost {
  readonly code: number;
  readonly reason: string;
  readonly stood: boolean;
}

export interface ConnectionParts {
  readonly url: string;
  /** The connection stands: the moment to say hello. */
  readonly opened: () => void;
  readonly heard: (message: FromServer) => void;
  /** The connection is gone, and will be opened again unless `end` is called. */
  readonly lost: (lost: Lost) => void;
}

export class Connection {
  readonly #parts: ConnectionParts;
  readonly #watch = new AbortController();
  readonly #checks: ReturnType<typeof setInterval>;
  #socket: WebSocket | undefined;
  #wait = firstWait;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
    this.#open();
    const { signal } = this.#watch;
    for (const event of ["online", "pageshow"]) addEventListener(event, this.#wake, { signal });
    document.addEventListener("visibilitychange", this.#wake, { signal });
    this.#checks = setInterval(() => this.#check(), betweenChecks);
  }

  /** Says something, if there is a connection. */
  post(message: FromClient): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  /** Does not come back. */
  end(): void {
    this.#watch.abort();
    clearInterval(this.#checks);
    clearTimeout(this.#timer);
    clearTimeout(this.#silence);
    this.#socket?.close();
  }

  get #over(): boolean {
    return this.#watch.signal.aborted;
  }

  #open(): void {
    const socket = new WebSocket(this.#parts.url);
    let stood = false;
    this.#socket = socket;
    socket.onopen = () => {
      stood = true;
      this.#parts.opened();
    };
    socket.onmessage = ({ data }) => {
      if (this.#socket !== socket) return;
      this.#wait = firstWait;
      clearTimeout(this.#silence);
      this.#parts.heard(JSON.parse(String(data)) as FromServer);
    };
    socket.onclose = ({ code, reason }) => {
      if (this.#socket !== socket) return;
      this.#parts.lost({ code, reason, stood });
      this.#later();
    };
  }

  #later(): void {
    if (this.#over) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#open(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, longestWait);
  }

  /** The page is looked at again, or the network is back. */
  #wake = (): void => {
    if (document.visibilityState === "hidden") return;
    if (this.#socket?.readyState === WebSocket.OPEN) this.#check();
    else if (this.#socket?.readyState === WebSocket.CLOSED) this.#now();
  };

  #now(): void {
    clearTimeout(this.#timer);
    this.#wait = firstWait;
    this.#open();
  }

  #check(): void {
    const socket = this.#socket;
    if (socket?.readyState !== WebSocket.OPEN) return;
    this.post({ kind: "ping" });
    clearTimeout(this.#silence);
    // A page that was busy hears what came meanwhile before this turn: only then is silence silence.
    this.#silence = setTimeout(() => {
      this.#silence = setTimeout(() => this.#leave(socket), 0);
    }, patience);
  }

  /** A dead socket says that it is closed only much later: it is left behind, and a new one is opened. */
  #leave(socket: WebSocket): void {
    if (this.#socket !== socket || this.#over) return;
    this.#socket = undefined;
    socket.close();
    this.#parts.lost({ code: 1006, reason: "", stood: true });
    if (!this.#over) this.#now();
  }
}
