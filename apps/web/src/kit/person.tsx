// A person where one stands: by name, the key beside it for who writes commands or files. And the names that a field for people offers.
import { usePeople } from "../data/people.ts";

/** Somebody by their name. */
export function Person({ of }: { readonly of: string }) {
  const name = usePeople().name(of);
  return <bdi {...(name !== of && { title: of })}>{name}</bdi>;
}

/** The people that are known, for `list` of a field. */
export function PeopleList({ id }: { readonly id: string }) {
  const { choices } = usePeople();
  return (
    <datalist id={id}>
      {choices.map(([key, shown]) => (
        <option key={key} value={shown}>
          {key === shown ? undefined : key}
        </option>
      ))}
    </datalist>
  );
}
