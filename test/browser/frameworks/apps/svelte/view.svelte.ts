import { firstView, type View } from "../app.ts";

export const view: View = $state({ ...firstView });
