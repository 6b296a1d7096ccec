// Requests to the server. Problems come as application/problem+json, in the words that the command line uses.
import { fail, ok, type Problem, problem, type Result } from "@parapet/core";
import i18next from "i18next";

/** Reads JSON; never throws. */
export async function get<T>(path: string): Promise<Result<T>> {
  return request<T>(path, { method: "GET" });
}

/** Sends JSON and reads JSON; never throws. */
export async function post<T>(path: string, body: unknown): Promise<Result<T>> {
  return request<T>(path, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json" },
  });
}

/** Takes something away, and reads what is left; never throws. */
export async function remove<T>(path: string): Promise<Result<T>> {
  return request<T>(path, { method: "DELETE" });
}

async function request<T>(path: string, init: RequestInit): Promise<Result<T>> {
  try {
    const answer = await fetch(path, { credentials: "same-origin", ...init });
    const body: unknown = answer.status === 204 ? undefined : await answer.json();
    return answer.ok ? ok(body as T) : fail(...problemsIn(body, answer.status));
  } catch (error) {
    return fail(
      problem(
        "file-unreadable",
        i18next.t("frame.problem.noAnswer", { reason: (error as Error).message }),
        i18next.t("frame.problem.noAnswerFix"),
      ),
    );
  }
}

function problemsIn(body: unknown, status: number): readonly Problem[] {
  const { problems } = (body ?? {}) as { problems?: readonly Problem[] };
  if (Array.isArray(problems) && problems.length > 0) return problems;
  return [
    problem("internal", i18next.t("frame.problem.badAnswer", { status }), i18next.t("frame.problem.badAnswerFix")),
  ];
}
