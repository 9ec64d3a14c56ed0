/**
 * Tells on standard error how far a run has come: a bar that moves in a terminal, elsewhere a line for
 * each tenth. Standard output is for the figures.
 */
export function showProgress(title: string): (part: number) => void {
  const began = performance.now();
  const isTerminal = process.stderr.isTTY;
  let told = 0;
  return (part) => {
    const percent = Math.floor(part * 100);
    if (percent === told || (!isTerminal && part < 1 && percent < told + 10)) return;
    told = percent;
    const minutesLeft = Math.ceil(((performance.now() - began) * (1 / part - 1)) / 60_000);
    const line = `${title}: ${percent} %${percent < 100 ? `, about ${minutesLeft} min left` : ""}`;
    const bar = "█".repeat(Math.round(part * 20)).padEnd(20, "░");
    process.stderr.write(
      isTerminal ? `\r${bar} ${line}${percent < 100 ? "   " : "            \n"}` : `${line}\n`,
    );
  };
}
