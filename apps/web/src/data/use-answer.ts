// What the server answers at an address, asked again when the address is another one.
import type { Result } from "@parapet/core";
import { useEffect, useState } from "react";
import { get } from "./http.ts";

/** The answer; undefined until the first is there. What follows a # only tells one asking from the next. `wait`: so long nothing is asked, in milliseconds, if the address changes again meanwhile. */
export function useAnswer<T>(address: string | undefined, wait = 0): Result<T> | undefined {
  const [answer, setAnswer] = useState<Result<T>>();
  useEffect(() => {
    if (address === undefined) return;
    let wanted = true;
    const timer = setTimeout(() => {
      void get<T>(address.replace(/#.*/, "")).then((result) => wanted && setAnswer(result));
    }, wait);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [address, wait]);
  // What was there stays until the next is: nothing jumps while the model is edited.
  return answer;
}
