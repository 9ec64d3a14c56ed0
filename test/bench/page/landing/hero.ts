/** Flat colours that nothing else on the page has, so that a frame tells which of the two it shows. */
export const defaultColour = "#ff0055";
export const variationColour = "#0055ff";

export const pageDefault = { heading: "Plan your capacity in one place", text: "For every team that ships." };
export const variation = { heading: "Plan capacity across divisions", text: "For the largest teams." };
