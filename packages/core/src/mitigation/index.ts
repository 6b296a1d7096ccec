// Mitigation: which controls fit, structural first and what the platform already gives before what has to be built.
// In: rules, controls, the graph and the organisation's platform controls. Out: controls in order, what each would take away, mitigations with their state.
// Used by handoff and validation.
export { type Choice, callsToChoose, mitigationFor } from "./choosing.ts";
export { type CasesInput, type ControlCase, controlCases } from "./control-cases.ts";
export { type ControlPlan, controlPlan, type PlanStep } from "./control-plan.ts";
export { ControlOrder, platformFor, structuralFirst } from "./controls.ts";
export { type ControlWords, controlWords, fittingControls } from "./fitting-controls.ts";
export { ThreatRisks } from "./threat-risks.ts";
