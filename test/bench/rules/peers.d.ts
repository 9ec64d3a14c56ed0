// What is used of each peer. The peers are installed only when they are measured, so their own types
// are not there when the project is checked; these stand in for them, there or not.

declare module "@growthbook/growthbook" {
  export function evalCondition(visitor: object, condition: object): boolean;
}

declare module "json-logic-engine" {
  export class LogicEngine {
    run(rule: unknown, data: unknown): unknown;
    build(rule: unknown): (data: unknown) => unknown;
  }
}

declare module "json-logic-js" {
  const jsonLogic: { apply(rule: unknown, data: unknown): unknown };
  export default jsonLogic;
}

declare module "json-rules-engine" {
  export class Engine {
    constructor(rules: readonly object[], options: { allowUndefinedFacts: boolean });
    run(facts: object): Promise<{ readonly events: readonly { readonly type: string }[] }>;
  }
}

declare module "mingo" {
  export class Query {
    constructor(condition: object);
    test(visitor: object): boolean;
  }
}

declare module "sift" {
  const sift: (condition: object) => (visitor: object) => boolean;
  export default sift;
}
