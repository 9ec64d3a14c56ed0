import type { Preview } from "../../../shared/protocol/preview.ts";
import { dated, language, listed, say } from "../../words.ts";
import { giveWay } from "./give-way.ts";
import { styled } from "./overlay.ts";

const FONT = "600 14px/1.35 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";
const INK = "#14322c";
const CORAL = "#ff9b73";
const SMALL = { fontWeight: "400", fontSize: "12.5px", color: "#c9d8d2" };
const clamped = (lines: number) => ({
  overflowWrap: "anywhere",
  display: "-webkit-box",
  webkitBoxOrient: "vertical",
  webkitLineClamp: String(lines),
  overflow: "hidden",
});
const TWO_LINES = clamped(2);

/** Who counts on this page besides, by name: those who do, and those who cannot in this tab. */
export type Counting = { readonly counting: readonly string[]; readonly blocked: readonly string[] };

export type Banner = { readonly tell: (counting: Counting) => void };

/** Says on the page itself that it is a preview, of whom, and that nothing of it is kept. */
export function showBanner(
  root: ShadowRoot,
  { label, asOf, anyway }: Pick<Preview, "label" | "asOf" | "anyway">,
  leave: () => void,
  signal: AbortSignal,
): Banner {
  const banner = styled("div", {
    position: "fixed",
    insetBlockEnd: "16px",
    insetInline: "16px",
    display: "flex",
    justifyContent: "center",
    pointerEvents: "none",
    font: FONT,
  });
  const card = styled("div", {
    display: "flex",
    alignItems: "center",
    gap: "12px",
    maxWidth: "min(680px, 100%)",
    boxSizing: "border-box",
    paddingBlock: "10px",
    paddingInline: "16px 10px",
    borderRadius: "14px",
    background: INK,
    color: "#fdf8f0",
    boxShadow: `0 0 0 2px ${CORAL}, 0 12px 32px rgb(0 0 0 / 35%)`,
    pointerEvents: "auto",
  });
  card.setAttribute("role", "region");
  card.setAttribute("aria-label", say("bannerName"));
  card.lang = language();
  const texts = styled("div", { display: "grid", gap: "1px", minWidth: "0" });
  // Three lines of a long name are enough to know it by: the rest would hide the page that it is about.
  const title = styled("div", { hyphens: "auto", ...clamped(3) }, say("bannerPreview", { who: label }));
  title.dir = "auto";
  title.title = label;
  const moment = momentWords(asOf);
  texts.append(
    title,
    ...(moment === undefined ? [] : [styled("div", {}, moment)]),
    ...anywayWords(anyway).map((words) =>
      styled("div", { ...clamped(3), color: CORAL, fontSize: "12.5px" }, words),
    ),
    styled("div", SMALL, say("measuresNothing")),
  );
  const others = styled("div", { display: "grid", gap: "1px" });
  others.setAttribute("role", "status");
  texts.append(others);
  card.append(dot(), texts, leaveButton(leave));
  banner.append(card);
  root.append(banner);
  signal.addEventListener("abort", () => banner.remove(), { once: true });
  giveWay(banner, card, signal);
  return {
    tell({ counting, blocked }) {
      const lines = [
        ...(counting.length > 0 ? [say("stillCounting", { who: listed(counting) })] : []),
        ...(blocked.length > 0 ? [say("blockedHere", { who: listed(blocked) })] : []),
      ];
      const told = lines.join("\n");
      // What is said already is not read out again.
      if (others.title === told) return;
      others.title = told;
      others.replaceChildren(...lines.map((line) => styled("div", { ...SMALL, ...TWO_LINES }, line)));
    },
  };
}

/** What is shown though this visitor would not get it: nobody may take it for what they would see. */
function anywayWords(anyway: unknown): readonly string[] {
  if (!Array.isArray(anyway)) return [];
  return anyway.map((one: { readonly name?: unknown } | null) =>
    say("bannerAnyway", { slot: String(one?.name) }),
  );
}

/** The page could write there too: what is no moment is not told. */
function momentWords(asOf: unknown): string | undefined {
  const at = new Date(typeof asOf === "number" ? asOf : Number.NaN);
  if (Number.isNaN(at.getTime())) return undefined;
  return say("asOf", { moment: dated(at, { dateStyle: "medium", timeStyle: "short" }) });
}

const dot = () =>
  styled("div", {
    flex: "none",
    width: "12px",
    height: "12px",
    borderRadius: "50%",
    background: CORAL,
    boxShadow: "0 0 0 4px rgb(255 155 115 / 25%)",
  });

function leaveButton(leave: () => void): HTMLElement {
  const button = styled(
    "button",
    {
      flex: "none",
      font: FONT,
      color: INK,
      background: CORAL,
      border: "0",
      borderRadius: "9px",
      paddingBlock: "8px",
      paddingInline: "14px",
      cursor: "pointer",
    },
    say("leave"),
  );
  button.setAttribute("type", "button");
  // Only a person may leave: a page could otherwise press the button.
  button.addEventListener("click", ({ isTrusted }) => isTrusted && leave());
  return button;
}
