/*
 * The samples of the documentation, read as a shell would read them, so that they can be run
 * where there is no shell and no curl. What this reader does not know it refuses: a sample is
 * either run as it stands, or the test says that it cannot be.
 */

/** A call that a sample makes with curl. */
export type CurlCall = {
  line: string;
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string | null;
  /** Parts of a form, as curl is given them: `file=@so.xlsx`. */
  form: string[];
};

/** The text of every `sh` block of a Markdown page. */
export function shellBlocks(markdown: string): string[] {
  return [...markdown.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, text = ""]) => text);
}

type Variables = Readonly<Record<string, string>>;

function variableOf(name: string, variables: Variables): string {
  const value = variables[name];
  if (value === undefined)
    throw new Error(`The samples use $${name}, which the test does not set.`);
  return value;
}

/** Where a word's next piece is read from, by how it begins. */
const PIECE =
  /'(?<single>[^']*)'|"(?<double>(?:[^"\\]|\\.)*)"|\\(?<escaped>.)|\$(?<variable>\w+)|(?<plain>[^\s'"\\$`;|&<>(){}]+)/sy;

function inQuotes(text: string, variables: Variables): string {
  if (/`|\$[({]/.test(text)) throw new Error(`Not understood in quotes: ${text}`);
  return text.replaceAll(/\\(["\\$])|\$(\w+)/g, (_, escaped, name) =>
    escaped === undefined ? variableOf(name, variables) : escaped,
  );
}

/** The words of a command, its variables put in. */
function wordsOf(command: string, variables: Variables): string[] {
  const words: string[] = [];
  for (let at = 0; at < command.length; ) {
    const space = /\s+/y;
    space.lastIndex = at;
    if (space.test(command)) {
      at = space.lastIndex;
      continue;
    }
    let word = "";
    while (at < command.length && !/\s/.test(command[at] ?? "")) {
      PIECE.lastIndex = at;
      const groups = PIECE.exec(command)?.groups;
      if (!groups) throw new Error(`Not understood: ${command.slice(at, at + 40)}`);
      at = PIECE.lastIndex;
      if (groups.double !== undefined) word += inQuotes(groups.double, variables);
      else if (groups.variable !== undefined) word += variableOf(groups.variable, variables);
      else word += groups.single ?? groups.escaped ?? groups.plain ?? "";
    }
    words.push(word);
  }
  return words;
}

/** Commands of a block: one a line, longer where a quote is open or the line ends in `\`. */
function commandsOf(block: string): string[] {
  const commands: string[] = [];
  let open = "";
  for (const line of block.split("\n")) {
    open += open === "" ? line : `\n${line}`;
    if (open.endsWith("\\")) {
      open = `${open.slice(0, -1)} `;
      continue;
    }
    const quotes = open.replaceAll(/\\./g, "").replaceAll(/'[^']*'|"[^"]*"/g, "");
    if (/['"]/.test(quotes)) continue;
    if (open.trim() !== "" && !open.trim().startsWith("#")) commands.push(open.trim());
    open = "";
  }
  if (open !== "") throw new Error(`Never ends: ${open}`);
  return commands;
}

/** What a block's curl lines call; `export` sets only what the test sets itself. */
export function callsIn(block: string, variables: Variables): CurlCall[] {
  return commandsOf(block).flatMap((line) => {
    const [, names] = /^export((?: +\w+=\S+)+)$/.exec(line) ?? [];
    if (names !== undefined) {
      for (const [, name = ""] of names.matchAll(/ (\w+)=/g)) variableOf(name, variables);
      return [];
    }
    const [program, ...words] = wordsOf(line, variables);
    if (program !== "curl") throw new Error(`Not curl: ${line}`);
    return [curlCall(line, words)];
  });
}

function curlCall(line: string, words: string[]): CurlCall {
  const call: CurlCall = { line, method: "", url: "", headers: {}, body: null, form: [] };
  const rest = [...words];
  const next = () => {
    const word = rest.shift();
    if (word === undefined) throw new Error(`Something is missing at the end of: ${line}`);
    return word;
  };
  while (rest.length > 0) {
    const word = next();
    if (word === "-X") call.method = next();
    else if (word === "-H") {
      const [, name = "", value = ""] = /^([\w-]+): *(.*)$/s.exec(next()) ?? [];
      call.headers[name] = value;
    } else if (word === "-d") call.body = next();
    else if (word === "-F") call.form.push(next());
    else if (word === "-o") next();
    else if (/^https?:/.test(word) && call.url === "") call.url = word;
    else throw new Error(`Not understood: ${word} in ${line}`);
  }
  const sends = call.body !== null || call.form.length > 0;
  return { ...call, method: call.method || (sends ? "POST" : "GET") };
}
