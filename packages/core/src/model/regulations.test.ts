// Names of regulations, and the ids that people mean by what they write.
import { describe, expect, it } from "vitest";
import { nameOfRegulation, regulationNamed } from "./regulations.ts";

describe("regulations", () => {
  it.each([
    ["gdpr", "GDPR"],
    ["pci-dss", "PCI DSS"],
    ["hipaa", "HIPAA"],
    ["soc2", "SOC 2"],
    ["iso-27001", "ISO/IEC 27001"],
    ["lgpd", "LGPD"],
    ["constructor", "CONSTRUCTOR"],
  ])("%s is called %s, and means it", (id, name) => {
    expect(nameOfRegulation(id)).toBe(name);
    expect(regulationNamed(name)).toBe(id);
  });

  it.each([
    [" pci dss ", "pci-dss"],
    ["PCI-DSS", "pci-dss"],
    ["Soc 2", "soc2"],
    ["State law 7", "state-law-7"],
    ["", ""],
  ])("“%s” means %s", (text, id) => expect(regulationNamed(text)).toBe(id));
});
