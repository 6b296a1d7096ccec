// Regulations and standards: documents and rules hold ids, people read names.

const names: Readonly<Record<string, string>> = {
  gdpr: "GDPR",
  "pci-dss": "PCI DSS",
  hipaa: "HIPAA",
  soc2: "SOC 2",
  nis2: "NIS 2",
  dora: "DORA",
  cra: "Cyber Resilience Act",
  "iso-27001": "ISO/IEC 27001",
};

/** A regulation by the name that people use; of one that has none here, its id in capitals. */
export function nameOfRegulation(id: string): string {
  return Object.hasOwn(names, id) ? (names[id] as string) : id.toUpperCase();
}

/** The id of a regulation by what people write: its name, or an id in any case. */
export function regulationNamed(text: string): string {
  const written = text.trim().toLowerCase();
  const found = Object.entries(names).find(([, name]) => name.toLowerCase() === written);
  return found?.[0] ?? written.replaceAll(/[\s/]+/g, "-");
}
