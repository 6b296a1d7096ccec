// Whether the server has other pages by now than the one that is open: Parapet was upgraded meanwhile.
import { useEffect, useRef, useState } from "react";

const every = 10 * 60_000;

/** Looks when the page is looked at again, when the server is back, and once in a while; one that is behind stays so until it is loaded anew. */
export function useNewer(connected: boolean): boolean {
  const [newer, setNewer] = useState(false);
  useEffect(() => {
    if (newer) return;
    const look = () => {
      if (!document.hidden) void hasOtherPages().then((has) => has && setNewer(true));
    };
    const timer = setInterval(look, every);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [newer]);
  const met = useRef(false);
  useEffect(() => {
    if (!connected) return;
    // The first time it is the server that the page itself came from.
    if (met.current) void hasOtherPages().then((has) => has && setNewer(true));
    met.current = true;
  }, [connected]);
  return newer;
}

/** The names of scripts change with what is in them. */
async function hasOtherPages(): Promise<boolean> {
  const own = document.querySelector("script[type=module][src]")?.getAttribute("src");
  const html = await fetch("/", { headers: { accept: "text/html" } })
    .then((answer) => (answer.ok ? answer.text() : ""))
    .catch(() => "");
  const there = /<script type="module"[^>]*\ssrc="([^"]+)"/.exec(html)?.[1];
  return own !== null && own !== undefined && there !== undefined && there !== own;
}
