// The thread that reads and writes the files of models.
import { answerOn } from "@parapet/adapters";
import { type Asked, Files } from "./model-disk.ts";

const files = new Files();

answerOn<Asked>(({ folder, act }) => files.do(folder, act));
