const LAST_MOMENT = Date.UTC(2100, 0, 1);

/** A moment as a field for date and time has it: in the time of this device. */
export function momentText(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${String(date.getFullYear()).padStart(4, "0")}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The moment that such a field says; undefined while it says none, or none that a page could be seen as of. */
export function momentIn(text: string): number | undefined {
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) ? new Date(text).getTime() : Number.NaN;
  return at >= 0 && at < LAST_MOMENT ? at : undefined;
}
