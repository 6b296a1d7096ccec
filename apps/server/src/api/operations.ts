// Every address of the server: what it is for, what it takes, what it answers. A test holds this list against the routes themselves.
import type * as z from "zod";
import { oneCommand, severalCommands, undo } from "../http/command-routes.ts";
import { refusing } from "../http/proposal-routes.ts";
import { beginning, logQuery } from "../http/reading-routes.ts";
import { fileQuery } from "../http/report-routes.ts";
import { diffQuery, revisionsQuery } from "../http/revision-routes.ts";
import { joining, sessionQuery } from "../http/session-routes.ts";
import { locking, opening } from "../http/share-routes.ts";
import * as answers from "./answers.ts";

export interface Operation {
  readonly method: "get" | "post" | "delete";
  /** With the parameters as `{name}`. */
  readonly path: string;
  readonly group: "Models" | "Commands" | "Revisions" | "Proposals" | "Artifacts" | "Sessions and sharing" | "Live";
  readonly summary: string;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** The answer as JSON; absent where it is something else. */
  readonly answer?: z.ZodType;
  /** The media type of an answer that is no JSON. */
  readonly type?: string;
  /** The status of the answer, when it is not 200. */
  readonly status?: number;
}

const model = "/models/{id}";

export const operations: readonly Operation[] = [
  {
    method: "get",
    path: "/models",
    group: "Models",
    summary: "The models of the folder, how they stand and when they are to be reviewed",
    answer: answers.models,
  },
  {
    method: "post",
    path: "/models",
    group: "Models",
    summary: "Begins a model from the files of the system, from nothing or from a worked example",
    body: beginning,
    answer: answers.begun,
  },
  {
    method: "get",
    path: "/examples",
    group: "Models",
    summary: "The worked examples that one may begin with",
    answer: answers.examples,
  },
  {
    method: "get",
    path: model,
    group: "Models",
    summary: "The document as it is now, with the number of its last entry and the life of the room that counts them",
    answer: answers.model,
  },
  {
    method: "get",
    path: `${model}/knowledge`,
    group: "Models",
    summary: "Rules, facts, technologies and controls as the engine reads them, the organisation's own among them",
    answer: answers.anything,
  },
  {
    method: "get",
    path: `${model}/texts`,
    group: "Models",
    summary: "The words of rules, controls and facts",
    answer: answers.anything,
  },
  {
    method: "get",
    path: `${model}/log`,
    group: "Models",
    summary: "What was done, newest first",
    query: logQuery,
    answer: answers.log,
  },
  {
    method: "get",
    path: `${model}/written`,
    group: "Models",
    summary: "Comes back when the files hold all that is accepted, or says why they cannot",
    answer: answers.written,
  },
  {
    method: "post",
    path: `${model}/commands/{name}`,
    group: "Commands",
    summary: "Runs one command",
    body: oneCommand,
    answer: answers.done,
  },
  {
    method: "post",
    path: `${model}/commands`,
    group: "Commands",
    summary: "Runs several commands as one: all or none, one undo",
    body: severalCommands,
    answer: answers.done,
  },
  {
    method: "post",
    path: `${model}/undo`,
    group: "Commands",
    summary: "Takes back the last thing that this person did",
    body: undo,
    answer: answers.done,
  },
  {
    method: "get",
    path: `${model}/changes`,
    group: "Revisions",
    summary: "The difference from HEAD in sentences, and a message for the commit. Parapet commits nothing by itself",
    answer: answers.changes,
  },
  {
    method: "get",
    path: `${model}/diff`,
    group: "Revisions",
    summary: "The difference between two revisions, with one cause each; `now` is the model as it is",
    query: diffQuery,
    answer: answers.diff,
  },
  {
    method: "get",
    path: `${model}/revisions`,
    group: "Revisions",
    summary: "The commits that touched the model, newest first",
    query: revisionsQuery,
    answer: answers.revisions,
  },
  {
    method: "get",
    path: `${model}/commits/{commit}`,
    group: "Revisions",
    summary: "Whether the repository of the model has a commit; null where there is no git",
    answer: answers.commit,
  },
  {
    method: "get",
    path: `${model}/proposals`,
    group: "Proposals",
    summary: "What waits for somebody who accepts or refuses it",
    answer: answers.proposals,
  },
  {
    method: "post",
    path: `${model}/discover`,
    group: "Proposals",
    summary: "Reads the files of the system again and proposes what changed",
    answer: answers.discovered,
  },
  {
    method: "post",
    path: `${model}/proposals/{proposal}/accept`,
    group: "Proposals",
    summary: "Accepts a proposal",
    answer: answers.done,
  },
  {
    method: "post",
    path: `${model}/proposals/{proposal}/refuse`,
    group: "Proposals",
    summary: "Refuses a proposal, so that nothing of it comes back",
    body: refusing,
    answer: answers.done,
  },
  {
    method: "get",
    path: `${model}/reports`,
    group: "Artifacts",
    summary: "The artifacts that can be made",
    answer: answers.reports,
  },
  {
    method: "get",
    path: `${model}/reports/{artifact}`,
    group: "Artifacts",
    summary: "One artifact: its file as it is, or all its files as JSON when there are several",
    query: fileQuery,
    answer: answers.reportFiles,
  },
  {
    method: "get",
    path: `${model}/diagram.svg`,
    group: "Artifacts",
    summary: "The data flow diagram as SVG",
    type: "image/svg+xml",
  },
  {
    method: "get",
    path: `${model}/diagram.png`,
    group: "Artifacts",
    summary: "The data flow diagram as a PNG picture, two pixels to each of the drawing",
    type: "image/png",
  },
  {
    method: "get",
    path: `${model}/diagram.drawio`,
    group: "Artifacts",
    summary: "The data flow diagram for draw.io",
    type: "application/xml",
  },
  {
    method: "get",
    path: `${model}/live`,
    group: "Live",
    summary: "The socket of the room (docs/decisions/0011-live.md): entries, presence, workshops",
    status: 101,
  },
  {
    method: "get",
    path: "/session",
    group: "Sessions and sharing",
    summary: "Makes a session of the host from the link that the terminal printed, once",
    query: sessionQuery,
    status: 303,
  },
  {
    method: "get",
    path: "/me",
    group: "Sessions and sharing",
    summary: "Who this session is, and what it may",
    answer: answers.me,
  },
  {
    method: "post",
    path: "/links",
    group: "Sessions and sharing",
    summary: "A link for another browser of the host",
    answer: answers.link,
  },
  {
    method: "get",
    path: "/share",
    group: "Sessions and sharing",
    summary: "Who may come in, and who has",
    answer: answers.share,
  },
  {
    method: "post",
    path: "/share",
    group: "Sessions and sharing",
    summary: "Opens a workshop for others: its link, its code to say aloud, its QR code",
    body: opening,
    answer: answers.room,
  },
  {
    method: "post",
    path: "/share/close",
    group: "Sessions and sharing",
    summary: "Closes a workshop for others, and sends away who joined it",
    body: opening,
    answer: answers.share,
  },
  {
    method: "post",
    path: "/share/lock",
    group: "Sessions and sharing",
    summary: "Lets nobody in any more, or lets them in again",
    body: locking,
    answer: answers.share,
  },
  {
    method: "post",
    path: "/share/join",
    group: "Sessions and sharing",
    summary: "Joins a workshop by its code, under a name",
    body: joining,
    answer: answers.joined,
  },
  {
    method: "delete",
    path: "/share/{session}",
    group: "Sessions and sharing",
    summary: "Sends somebody away who joined",
    answer: answers.share,
  },
  { method: "get", path: "/openapi.json", group: "Models", summary: "This description", answer: answers.anything },
];
