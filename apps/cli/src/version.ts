/** The version of this Parapet. */
export const version = "0.1.0";
