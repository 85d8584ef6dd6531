/** Loads a script once, by a classic `<script src>`: `import()` does not work from file://. */

/** Gives what the script at `source` leaves in `globalThis[name]`. May reject; the next call then tries again. */
export function scriptLoader<Engine>(source: string, name: string): () => Promise<Engine> {
  let loading: Promise<Engine> | null = null;
  return () => {
    loading ??= load<Engine>(source, name).catch((error: unknown) => {
      loading = null; // the next try may succeed
      throw error;
    });
    return loading;
  };
}

function load<Engine>(source: string, name: string): Promise<Engine> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = source;
    script.addEventListener("load", () => {
      const engine = (globalThis as unknown as Record<string, Engine | undefined>)[name];
      if (engine) resolve(engine);
      else reject(new Error(`${source} left no ${name}`));
    });
    script.addEventListener("error", () => {
      script.remove();
      reject(new Error(`${source} cannot be loaded`));
    });
    document.head.append(script);
  });
}
