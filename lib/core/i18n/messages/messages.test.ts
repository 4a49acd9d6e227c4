import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { formats } from "../formats.ts";
import { messages } from "./index.ts";

/** The arguments and tags that an ICU message takes, those in its branches too, by name. */
function argumentsOf(message: string): string[] {
  const names = new Set<string>();
  let at = 0;

  function word(): string {
    const start = at;
    while (at < message.length && !"{},".includes(message.charAt(at))) at++;
    return message.slice(start, at).trim();
  }

  function text(): void {
    while (at < message.length && message[at] !== "}") {
      if (message[at] === "{") argument();
      else at++;
    }
  }

  function argument(): void {
    at++;
    names.add(word());
    while (at < message.length && message[at] !== "}") {
      at++;
      word();
      if (message[at] !== "{") continue;
      at++;
      text();
      at++;
    }
    at++;
  }

  text();
  for (const tag of message.matchAll(/<(\w+)>/g)) names.add(`<${tag[1]}>`);
  return [...names].sort();
}

/** Every message below a part of the catalogue, by its full name. */
function flatten(part: object, prefix = ""): [string, string][] {
  return Object.entries(part).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );
}

const vietnamese = flatten(messages.vi);
const english = flatten(messages.en);

describe("the reading of ICU messages", () => {
  it("finds arguments, also inside branches, and tags", () => {
    expect(argumentsOf("còn {days, number, integer} ngày, <b>{name}</b>")).toEqual([
      "<b>",
      "days",
      "name",
    ]);
    expect(argumentsOf("{n, plural, one {# task of {who}} other {none}}")).toEqual(["n", "who"]);
    expect(argumentsOf("chữ thường")).toEqual([]);
  });
});

describe("the two languages", () => {
  it("have the same messages", () => {
    const names = (entries: [string, string][]) => entries.map(([name]) => name).sort();
    expect(names(english)).toEqual(names(vietnamese));
  });

  it("take the same arguments in each message", () => {
    const taken = (entries: [string, string][]) =>
      Object.fromEntries(entries.map(([name, message]) => [name, argumentsOf(message)]));
    expect(taken(english)).toEqual(taken(vietnamese));
  });

  it.each(["vi", "en"] as const)(
    "say something without a mistake in every message: %s",
    (locale) => {
      const failures: string[] = [];
      const t = createTranslator({
        locale,
        messages: messages[locale],
        formats,
        timeZone: "Asia/Ho_Chi_Minh",
        onError: (error) => failures.push(error.message),
      });
      const say: (key: never, values: never) => string = t.markup;
      for (const [name, message] of flatten(messages[locale])) {
        expect(message.trim(), name).not.toBe("");
        const values = argumentsOf(message).map((argument) =>
          argument.startsWith("<")
            ? [argument.slice(1, -1), (chunks: string) => chunks]
            : [argument, argument === "at" ? new Date(0) : 3],
        );
        say(name as never, Object.fromEntries(values) as never);
      }
      expect(failures).toEqual([]);
    },
  );

  it("have no exclamation marks", () => {
    expect([...vietnamese, ...english].filter(([, message]) => message.includes("!"))).toEqual([]);
  });
});
