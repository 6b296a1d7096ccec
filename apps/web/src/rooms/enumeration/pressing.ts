// Which questions come first, by the name that the room has for it.
export { isPressing as pressing } from "@parapet/core";
