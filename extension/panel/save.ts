/** Long enough for the browser to have taken the file. */
const TAKEN_WITHIN_MS = 10_000;

/** Saves a text or a picture as a file: a link that is clicked needs no permission. */
export function save(
  content: string | Blob,
  { name, type }: { readonly name: string; readonly type: string },
): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), TAKEN_WITHIN_MS);
}
