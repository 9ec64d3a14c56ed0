/** Takes the first value at once, and after that at most so often, and only the newest of those that came meanwhile. */
export function latest<T>(take: (value: T) => void, everyMs: number): (value: T) => void {
  let waiting: { readonly value: T } | undefined;
  let isResting = false;
  const rest = () => {
    isResting = true;
    setTimeout(() => {
      isResting = false;
      if (!waiting) return;
      const { value } = waiting;
      waiting = undefined;
      take(value);
      rest();
    }, everyMs);
  };
  return (value) => {
    if (isResting) waiting = { value };
    else {
      take(value);
      rest();
    }
  };
}
