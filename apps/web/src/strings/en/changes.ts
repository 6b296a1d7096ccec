// Strings of the panel that tells what is in no commit yet.
export const changes = {
  title: "Changes",
  open_one: "Changes: {{count}} since the last commit",
  open_other: "Changes: {{count}} since the last commit",
  none: "Changes: nothing since the last commit",
  noGit: "Changes: no git here",
  attention: "the files need a look",
  close: "Close the changes",
  loading: "Comparing with the last commit …",
  where: {
    branch: "On the branch {{branch}}, after the commit {{head}}.",
    detached: "No branch is checked out; the commit is {{head}}.",
    first: "On the branch {{branch}}, before its first commit.",
    noGit: "No git here",
  },
  files: {
    title: "The files",
    written: "Everything is written to the files.",
    writing_one: "{{count}} change is kept in the journal and being written to the files.",
    writing_other: "{{count}} changes are kept in the journal and being written to the files.",
    broken: "The files cannot be written as they are; what you do is kept in the journal meanwhile.",
    away: "The server does not answer; what it has written is not known.",
    at: "{{file}}, line {{line}}",
  },
  since: {
    title: "Since the last commit",
    none: "Nothing: the last commit says what the model says.",
    all: "Show all {{count}}",
    drawn: "See it on the diagram",
  },
  message: {
    title: "Message for the commit",
    note: "Parapet never commits: copy this and commit with git.",
    label: "Commit message",
    copy: "Copy",
  },
} as const;
