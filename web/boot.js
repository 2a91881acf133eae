// Wakes the portal up: the page is readable before this runs, and stays so if it
// does not. Go's own loader stands before this text.
(() => {
  "use strict";
  const own = document.currentScript.dataset;
  const file = own.file === "true";
  const base = file ? location.pathname : own.base;

  // What the program asks of its surroundings.
  globalThis.madoguchi = { base, file };
  globalThis.goappGetenv = (name) => (name === "GOAPP_ROOT_PREFIX" ? base : "");

  // An address with a stray % cannot be read by the program. The rest of it can.
  const mend = () => {
    const whole = /%(?![0-9a-f]{2})/gi;
    const fixed = location.hash.replace(whole, "%25");
    if (fixed !== location.hash) history.replaceState(null, "", location.pathname + location.search + fixed);
  };
  mend();
  addEventListener("popstate", mend);

  // The program takes every click on a link. Those meant for another tab or
  // window are the browser's.
  addEventListener("click", (e) => {
    if (e.shiftKey || e.altKey || e.button) e.stopImmediatePropagation();
  }, true);

  // Where the browser forbids storage, memory stands in for it.
  for (const name of ["localStorage", "sessionStorage"]) {
    try {
      globalThis[name].getItem("");
    } catch {
      const kept = new Map();
      Object.defineProperty(globalThis, name, {
        value: {
          get length() { return kept.size; },
          key: (i) => [...kept.keys()][i] ?? null,
          getItem: (k) => kept.get(k) ?? null,
          setItem: (k, v) => void kept.set(k, String(v)),
          removeItem: (k) => void kept.delete(k),
          clear: () => kept.clear(),
        },
      });
    }
  }

  const waking = document.getElementById("waking");
  const failed = (why) => {
    console.error("madoguchi:", why);
    waking.textContent = waking.dataset.failed;
    waking.hidden = false;
  };

  const program = () => {
    if (!file) return fetch(own.wasm);
    const packed = document.getElementById("program").textContent;
    const bytes = Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
    const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(unpacked, { headers: { "Content-Type": "application/wasm" } });
  };

  const wake = async () => {
    waking.hidden = false;
    const go = new Go();
    const { instance } = await WebAssembly.instantiateStreaming(program(), go.importObject);
    const ended = go.run(instance);
    waking.hidden = true;
    await ended;
    throw new Error("the program has ended");
  };
  wake().catch(failed);
})();
