import { describe, expect, it } from "vitest";
import { contactsSource, lineSentence, readContacts } from "../../../sdk/endpoint/sources/file.ts";

function read(...lines: string[]) {
  const problems: string[] = [];
  const contacts = readContacts(lines.join("\n"), (problem) =>
    problems.push(lineSentence("contacts.ndjson", problem)),
  );
  return { contacts, problems };
}

describe("a contacts file", () => {
  it("is served without its broken lines, and each of them is named", () => {
    const { contacts, problems } = read(
      '\uFEFF{"id":"a","contact":{"persona":"cfo"}}\r',
      '{"id":"b","contact":',
      "",
      '{"contact":{}}',
      '{"id":"c","contacts":{}}',
      '{"id":"d","deal":{"openDeal":true}}',
    );
    expect([...contacts.keys()]).toEqual(["a", "d"]);
    expect(problems).toHaveLength(3);
    expect(problems[0]).toMatch(/^contacts\.ndjson, line 2: not JSON \(.*\); the line is skipped\.$/);
    expect(problems[1]).toMatch(/^contacts\.ndjson, line 4: id: /);
    expect(problems[2]).toMatch(/^contacts\.ndjson, line 5: .*"contacts"/);
  });

  it("names an id that is there twice, and uses the later line", () => {
    const { contacts, problems } = read('{"id":"a","contact":{"n":1}}', '{"id":"a","contact":{"n":2}}');
    expect(contacts.get("a")?.contact).toEqual({ n: 2 });
    expect(problems).toEqual(["contacts.ndjson, line 2: id a is in line 1 already; the later line is used."]);
  });

  it("knows nobody by a name that every object has", async () => {
    const source = contactsSource(read('{"id":"a"}').contacts);
    expect(await source.visitor("constructor", AbortSignal.timeout(1_000))).toBeUndefined();
  });
});
