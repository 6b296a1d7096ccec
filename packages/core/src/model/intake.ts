// The ids of the intake's questions and answers: what a feature keeps; the questions themselves lie in scoping.
export const intakeQuestions = [
  "sensitive-data",
  "open-to-anyone",
  "sign-in-or-rights",
  "new-entrance",
  "content-of-others",
  "moves-value",
  "new-third-party",
  "power-of-staff",
  "shared-by-tenants",
  "first-of-its-kind",
] as const;
export type IntakeQuestion = (typeof intakeQuestions)[number];

export const intakeAnswers = ["yes", "no", "unknown"] as const;
export type IntakeAnswer = (typeof intakeAnswers)[number];
