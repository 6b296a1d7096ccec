// Templates of rules, facts and controls. What still has to be written says so in words that the compiler refuses.

/** packages/knowledge/rules/<subject>/<id>.yaml. */
export function ruleText(id) {
  return `id: ${id}
title: Say what is wrong, in a few words
stride: [tampering]
on: [process]
applies: fill-in
unless: {any: [fill-in]}
say: "{subject} …"
why: What an attacker gains, in one or two sentences.
detection: Which facts raise it.
false-positives: When it is raised and does not matter.
start:
  internet-anonymous: {reproducibility: 7, exploitability: 7}
  internet-authenticated: {reproducibility: 6, exploitability: 6}
  internal: {reproducibility: 5, exploitability: 4}
damage: {from: data, cap: 9}
affected: all
prior: 0.3
controls: [fill-in]
cwe: []
capec: []
examples:
  flags:
    - model:
        elements:
          api: {kind: process, facts: {fill-in: {value: no, by: ann, on: 2026-11-02}}}
      at: api
  asks:
    - model:
        elements:
          api: {kind: process}
      at: api
      about: fill-in@api
  addresses:
    - model:
        elements:
          api: {kind: process, facts: {fill-in: {value: yes, by: ann, on: 2026-11-02}}}
      at: api
  passes:
    - model:
        elements:
          user: {kind: external-entity}
      at: user
`;
}

/** packages/knowledge/facts/<subject>/<id>.yaml. */
export function factText(id) {
  return `id: ${id}
on: [fill-in]
sense: countermeasure
say: "{subject} …"
ask: "Does {subject} …?"
for: engineer
asked: thing
why: What hangs on it, in one or two sentences.
`;
}

/** packages/knowledge/controls/<id>.yaml. */
export function controlText(id) {
  return `id: ${id}
title: Name the pattern
level: preventive
effort: small
on: [process]
what: What is built or set up, in one or two sentences.
removes: What an attacker can no longer do.
establishes: [fill-in]
caps: {exploitability: 3}
stacks:
  default:
    configuration: What to set, whatever the stack.
criteria:
  ${id}-works:
    given: the deployed system
    when: what is tried
    then: what must be seen
    verify: the tool or the test that shows it
    required: yes
`;
}
