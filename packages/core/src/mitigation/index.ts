// Mitigation: which controls fit, structural first and what the platform already gives before what has to be built.
// In: rules, controls, the graph and the organisation's platform controls. Out: controls in order, mitigations with their state.
// Used by handoff and validation.
export { ControlOrder, platformFor, structuralFirst } from "./controls.ts";
