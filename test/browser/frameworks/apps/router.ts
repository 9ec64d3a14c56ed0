/** A site that navigates in the page, without any framework: what its router does is all there is. */
declare global {
  interface Window {
    /** Goes to another page; a router may change the address first, or the content. */
    go: (path: string, first: "the address" | "the content") => void;
  }
}

function place(id: string): HTMLElement {
  const element = document.createElement("section");
  element.dataset.fwSlot = id;
  element.textContent = `Own ${id}`;
  return element;
}

function show(path: string): void {
  const page = path.split("/").at(-1) ?? "";
  document.querySelector("main")?.replaceChildren(place("everywhere"), place(page));
}

window.go = (path, first) => {
  if (first === "the content") show(path);
  history.pushState(null, "", path);
  if (first === "the address") show(path);
};
addEventListener("popstate", () => show(location.pathname));
show(location.pathname);
// Some routers send visitors on as soon as they come.
if (location.search === "?redirect") window.go("/pages/south", "the address");

export {};
