// The names that a field for a person offers.
import { useWorkbench } from "../../data/workbench.ts";

/** For `list="scoping-people"`. */
export function OwnerList() {
  const participants = useWorkbench((state) => state.document?.model.participants);
  return (
    <datalist id="scoping-people">
      {Object.entries(participants ?? {}).map(([id, { name }]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </datalist>
  );
}
