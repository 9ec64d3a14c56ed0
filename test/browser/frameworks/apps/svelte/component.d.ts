declare module "*.svelte" {
  import type { Component } from "svelte";

  const component: Component<{ view: import("../app.ts").View }>;
  export default component;
}
