// What the ports of the packages stand for in the real world.
export { elkLayout } from "./layout/index.ts";
