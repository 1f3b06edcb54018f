// The process of an engine that runs in Node: `node piped.mjs oxigraph|comunica|quadstore FOLDER`, with its packages in FOLDER/node_modules.
import { createReadStream, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const require = createRequire(process.argv[3] + "/");

/** The version of an installed package. */
function version(name) {
  return JSON.parse(readFileSync(`${process.argv[3]}/node_modules/${name}/package.json`, "utf-8")).version;
}

/** SPARQL 1.1 results in JSON from a stream of RDF/JS bindings. */
async function asJson(result) {
  const vars = (await result.metadata()).variables.map((v) => (v.variable ?? v).value);
  const rows = [];
  for await (const bindings of await result.execute()) {
    const row = {};
    for (const name of vars) {
      const term = bindings.get(name);
      if (term) row[name] = { type: term.termType === "NamedNode" ? "uri" : "literal", value: term.value };
    }
    rows.push(row);
  }
  return JSON.stringify({ head: { vars }, results: { bindings: rows } });
}

class Oxigraph {
  version() { return version("oxigraph"); }
  load(path) {
    this.store = new (require("oxigraph").Store)();
    this.store.load(readFileSync(path, "utf-8"), { format: "text/turtle" });
  }
  count() { return this.store.size; }
  ask(query) { return this.store.query(query, { results_format: "json" }); }
}

class Comunica {
  version() { return `${version("@comunica/query-sparql-rdfjs")}, n3 ${version("n3")}`; }
  async load(path) {
    const { Store, StreamParser } = require("n3");
    const { QueryEngine } = require("@comunica/query-sparql-rdfjs");
    this.store = new Store();
    this.engine = new QueryEngine();
    for await (const quad of createReadStream(path).pipe(new StreamParser({ format: "text/turtle" }))) this.store.addQuad(quad);
  }
  count() { return this.store.size; }
  async ask(query) { return asJson(await this.engine.query(query, { sources: [this.store] })); }
}

class Quadstore {
  version() { return `${version("quadstore")}, quadstore-comunica ${version("quadstore-comunica")}`; }
  async load(path) {
    const { Quadstore: Store } = require("quadstore");
    const { Engine } = require("quadstore-comunica");
    const { MemoryLevel } = require("memory-level");
    const { DataFactory } = require("rdf-data-factory");
    const { StreamParser } = require("n3");
    this.store = new Store({ backend: new MemoryLevel(), dataFactory: new DataFactory() });
    await this.store.open();
    this.engine = new Engine(this.store);
    await this.store.putStream(createReadStream(path).pipe(new StreamParser({ format: "text/turtle" })), { batchSize: 1000 });
  }
  async count() { return (await this.store.get({})).items.length; }
  async ask(query) { return asJson(await this.engine.query(query)); }
}

const engine = new { oxigraph: Oxigraph, comunica: Comunica, quadstore: Quadstore }[process.argv[2]]();
for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  let answer;
  try {
    if ("load" in request) answer = (await engine.load(request.load)) ?? null;
    else if ("ask" in request) answer = await engine.ask(request.ask);
    else if ("count" in request) answer = await engine.count();
    else answer = engine.version();
    answer = { ok: answer };
  } catch (error) {
    answer = { error: String(error).split("\n")[0].slice(0, 200) };
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
}
