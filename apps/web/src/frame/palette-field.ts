// How the field of the palette looks, before and after its choices are there.

export const paletteField = "w-full border-b border-line bg-transparent px-4 py-3 text-base outline-none";
