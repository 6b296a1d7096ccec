// The thread on which the workbench has artifacts made, diagrams drawn, revisions compared and files read.
import { answerOn } from "@parapet/adapters";
import { doSideJob, type SideJob } from "./side-work.ts";

answerOn<SideJob>(doSideJob);
