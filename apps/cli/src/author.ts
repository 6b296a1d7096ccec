// Who works: the person that the call names, else git's user as the model knows them.
import { gitUser } from "@parapet/adapters";
import { type Document, fail, ok, problem, type Result } from "@parapet/core";

/** `given`, else git's user in the folder, each as people.yaml or the participants know them. */
export function authorIn(folder: string, document: Document, given: string | undefined): Result<string> {
  if (given !== undefined && given.trim() !== "") return ok(knownAs(document, { name: given, email: given }) ?? given);
  const user = gitUser(folder);
  if (user.name === "" && user.email === "") {
    return fail(
      problem(
        "no-author",
        "Nobody is named as the author: git has no user here.",
        "Pass --as NAME, or set git's user.name and user.email.",
      ),
    );
  }
  return ok(knownAs(document, user) ?? (user.name || user.email));
}

function knownAs(document: Document, user: { name: string; email: string }): string | undefined {
  const people = { ...document.model.participants, ...document.people?.people };
  return Object.keys(people).find((key) => {
    const { email, name } = people[key] as { email?: string | string[]; name?: string };
    const mails = Array.isArray(email) ? email : [email];
    return (
      (user.email !== "" && mails.includes(user.email)) ||
      (user.name !== "" && (name === user.name || key === user.name))
    );
  });
}
