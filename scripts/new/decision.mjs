// The template of a decision record.

/** docs/decisions/<number>-<slug>.md. */
export function decisionText(number, slug) {
  const title = slug.replaceAll("-", " ");
  return `# ${number}. ${title[0].toUpperCase()}${title.slice(1)}

**Question.** What had to be settled, and why now.

**Decision.** What we do, in terms that a test can check.

**Why.** What was weighed, with figures where there are any.

**Cost.** What it makes harder, and what would make us change it.

**Law.** The test that holds it.
`;
}
