// The connection to a model's room: opened again whenever it is lost, at once when the page or the network comes back.
import { type FromClient, type FromServer, protocol, type Replica } from "@parapet/live";

const firstWait = 250;
const longestWait = 8_000;
/** A phone that sleeps keeps a dead socket: what does not answer within this is closed. */
const silence = 20_000;
/** The server stops, and will be back. */
const goingAway = 1001;

export interface SocketParts {
  readonly url: string;
  readonly replica: () => Replica;
  readonly heard: (message: FromServer) => void;
  /** The connection is gone; with the server's words when it was the server that ended it. */
  readonly ended: (say: string | undefined) => void;
}

export class Socket {
  readonly #parts: SocketParts;
  #socket: WebSocket | undefined;
  #wait = firstWait;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastHeard = 0;
  #ended = false;

  constructor(parts: SocketParts) {
    this.#parts = parts;
    this.#open();
    addEventListener("online", this.#retryNow);
    document.addEventListener("visibilitychange", this.#retryNow);
    setInterval(() => this.#listenForSilence(), silence / 2);
  }

  /** Says something, if there is a connection; the replica says again what matters. */
  post(message: FromClient): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  /** Does not come back: this session was removed. */
  end(): void {
    this.#ended = true;
    this.#socket?.close();
  }

  #open(): void {
    const socket = new WebSocket(this.#parts.url);
    this.#socket = socket;
    socket.onopen = () => {
      this.#wait = firstWait;
      this.#lastHeard = Date.now();
      this.post(this.#parts.replica().hello(protocol));
    };
    socket.onmessage = ({ data }) => {
      this.#lastHeard = Date.now();
      this.#parts.heard(JSON.parse(String(data)) as FromServer);
    };
    socket.onclose = ({ code, reason }) => {
      if (this.#socket !== socket) return;
      this.#parts.replica().lost();
      this.#parts.ended(code === goingAway || reason === "" ? undefined : reason);
      this.#later();
    };
  }

  #later(): void {
    if (this.#ended) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#open(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, longestWait);
  }

  #retryNow = (): void => {
    if (this.#ended || document.visibilityState === "hidden") return;
    if (this.#socket?.readyState === WebSocket.OPEN) this.post({ kind: "ping" });
    else if (this.#socket?.readyState === WebSocket.CLOSED) {
      clearTimeout(this.#timer);
      this.#wait = firstWait;
      this.#open();
    }
  };

  #listenForSilence(): void {
    if (this.#socket?.readyState !== WebSocket.OPEN) return;
    if (Date.now() - this.#lastHeard > silence) this.#socket.close();
    else this.post({ kind: "ping" });
  }
}
