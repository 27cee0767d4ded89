/** From one image to another: of the same repository the version alone, as that is what people look for. */
export function imageStep(before: string, after: string): string {
  const [from, to] = [before, after].map((image) => /^(.+?)[:@]([^/]*)$/.exec(image));
  if (!from || from[1] !== to?.[1]) return `${before} -> ${after}`;
  return `${from[1]} ${from[2]} -> ${to?.[2]}`;
}
