// Layout engines that stand for the layout port of the reports.
export { elkLayout } from "./elk.ts";
