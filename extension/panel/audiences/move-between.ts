/** Up and down go through everybody in the list without passing what unfolds. */
export function moveBetween(event: KeyboardEvent): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  event.preventDefault();
  const all = [...document.querySelectorAll<HTMLButtonElement>(".audiences .choose")];
  const at = all.indexOf(event.currentTarget as HTMLButtonElement);
  all[at + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
}
