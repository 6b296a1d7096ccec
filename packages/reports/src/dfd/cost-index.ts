// What a label would cover: marks and flows with their costs, found without looking at all of them and without making lists.
import type { Box } from "./geometry.ts";

const cell = 96;

/** Boxes with costs in cells. Those of one flow cost only once. */
export class CostIndex {
  readonly #cells = new Map<number, number[]>();
  readonly #boxes: Box[] = [];
  readonly #costs: number[] = [];
  readonly #flows: number[] = [];
  readonly #met: number[] = [];
  readonly #flowMet: number[] = [];
  #question = 0;

  /** Adds a box; `flow` is the number of the flow that it belongs to, -1 for none. */
  add(box: Box, cost: number, flow = -1): void {
    const at = this.#boxes.push(box) - 1;
    this.#costs.push(cost);
    this.#flows.push(flow);
    this.#met.push(0);
    while (this.#flowMet.length <= flow) this.#flowMet.push(0);
    const [right, bottom] = [Math.floor((box.x + box.width) / cell), Math.floor((box.y + box.height) / cell)];
    for (let x = Math.floor(box.x / cell); x <= right; x++) {
      for (let y = Math.floor(box.y / cell); y <= bottom; y++) {
        const held = this.#cells.get(x * 1e6 + y);
        if (held) held.push(at);
        else this.#cells.set(x * 1e6 + y, [at]);
      }
    }
  }

  /** What a box covers costs, from `cost` on; it stops adding up at `limit`. The flow `own` costs nothing. */
  costOf(box: Box, own: number, cost: number, limit: number): number {
    const question = ++this.#question;
    const [right, bottom] = [box.x + box.width, box.y + box.height];
    let total = cost;
    for (let x = Math.floor(box.x / cell); x <= Math.floor(right / cell); x++) {
      for (let y = Math.floor(box.y / cell); y <= Math.floor(bottom / cell); y++) {
        const held = this.#cells.get(x * 1e6 + y);
        if (!held) continue;
        for (const at of held) {
          if (this.#met[at] === question) continue;
          this.#met[at] = question;
          const other = this.#boxes[at] as Box;
          if (other.x > right || other.x + other.width < box.x || other.y > bottom || other.y + other.height < box.y)
            continue;
          const flow = this.#flows[at] as number;
          if (flow >= 0) {
            if (flow === own || this.#flowMet[flow] === question) continue;
            this.#flowMet[flow] = question;
          }
          total += this.#costs[at] as number;
          if (total >= limit) return total;
        }
      }
    }
    return total;
  }
}
