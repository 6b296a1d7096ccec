// Roles by their names.
import type { Effective } from "@parapet/core";

/** The names of roles, in one line. */
export function roleNames(roles: readonly string[], laid: Effective): string {
  return roles.map((id) => laid.roles.get(id)?.value.title ?? id).join(", ");
}
