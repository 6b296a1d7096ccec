// Problems over HTTP: application/problem+json with the codes and words of the command line.
import { type Problem, type ProblemCode, problem, problemCodes } from "@parapet/core";
import type { Outcome, Refusal } from "@parapet/live";
import type { FastifyReply } from "fastify";

/** The status of problems that are no refusal of a command. */
const statusOfCode: Partial<Record<ProblemCode, number>> = {
  "file-missing": 404,
  "nothing-matched": 404,
  "dangling-reference": 404,
  "not-permitted": 403,
  "stale-revision": 409,
  "merge-conflict": 409,
  "file-too-large": 413,
  "file-unwritable": 507,
  internal: 500,
};

const statusOfRefusal: Readonly<Record<Refusal, number>> = {
  refused: 422,
  conflict: 409,
  "changed-meanwhile": 409,
  "not-permitted": 403,
  "too-old": 409,
  "not-stored": 507,
};

/** Answers with problems. */
export function refuse(
  reply: FastifyReply,
  problems: readonly Problem[],
  status?: number,
  more: object = {},
): FastifyReply {
  const [first = problem("internal", "Something went wrong.", "Look at what parapet up printed.")] = problems;
  const answered = status ?? statusOfCode[first.code] ?? 422;
  return reply
    .code(answered)
    .type("application/problem+json; charset=utf-8")
    .serializer((value) => JSON.stringify(value))
    .send({
      type: `urn:parapet:problem:${first.code}`,
      title: problemCodes[first.code],
      status: answered,
      detail: first.say,
      ...more,
      problems: problems.length > 0 ? problems : [first],
    });
}

/** Answers with why a room refused. */
export function refuseOutcome(reply: FastifyReply, outcome: Extract<Outcome, { kind: "refused" }>): FastifyReply {
  const { why, problems, missed } = outcome;
  return refuse(reply, problems, statusOfRefusal[why], { why, missed });
}
