// The room decomposition: two views of what the system is made of, each with an address of its own.
import { useParams } from "wouter";
import { decomposition } from "../../strings/en/decomposition.ts";
import { surface } from "../../strings/en/surface.ts";
import { addStrings } from "../../strings/i18n.ts";
import { Diagram } from "./diagram/diagram.tsx";
import { Surface } from "./surface/surface.tsx";

addStrings({ decomposition, surface });

export function Decomposition() {
  const { part } = useParams<{ part?: string }>();
  return part === "surface" ? <Surface /> : <Diagram />;
}
