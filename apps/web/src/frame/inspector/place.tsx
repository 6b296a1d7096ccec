// The place of the inspector until it is there: what stands beside it, a diagram most of all, is laid out once.
export function InspectorPlace() {
  return <div className="w-92 shrink-0 border-l border-line bg-surface max-md:hidden" />;
}
