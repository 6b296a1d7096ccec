// The word for a band of likelihood or impact.
import type { TFunction } from "i18next";

export function bandName(t: TFunction, band: number): string {
  return t(`scoring.matrix.band.${band as 0 | 1 | 2 | 3}`);
}
