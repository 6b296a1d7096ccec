// The room decomposition: two views of what the system is made of, each with an address of its own.
import { useParams } from "wouter";
import { Diagram } from "./diagram/diagram.tsx";
import { Surface } from "./surface/surface.tsx";

export function Decomposition() {
  const { part } = useParams<{ part?: string }>();
  return part === "surface" ? <Surface /> : <Diagram />;
}
