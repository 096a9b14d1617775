// The search of the pages: a box above their menu, an index of their sections, made in the browser by lunr. It needs no server:
// the texts are scripts (search/NAME.js, made of the Markdown by `mvn site`), since a page from a file system may load nothing else.
"use strict";

const tumenSearch = (() => {
  const MOST = 25;
  const AROUND = 90;
  const sections = [];
  let index = null;

  /** Called by each script of a page with its Markdown. */
  function page(markdown) {
    const file = document.currentScript.src.replace(/^.*\/(.*)\.js$/, "$1.html");
    let title = "";
    let section = null;
    let code = false;
    for (const line of markdown.replace(/<!--[^]*?-->|^\[\/\/\]: # .*$/gm, "").split("\n")) {
      code = line.startsWith("```") ? !code : code;
      const heading = code ? null : line.match(/^#{1,6} +(.*?) *#* *$/);
      if (heading) {
        const name = plain(heading[1]);
        title = title || name;
        section = { page: title, name, text: "", href: file + "#" + anchor(name) };
        sections.push(section);
      } else if (section && !line.startsWith("```")) {
        section.text += " " + plain(line);
      }
    }
  }

  /** Words without the marks of Markdown. */
  function plain(text) {
    return text.replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[`*]/g, "").replace(/\\(.)/g, "$1")
      .replace(/^\s*\|?[-|:\s]*\|\s*$/, "").replace(/\|/g, " ").replace(/\s+/g, " ").trim();
  }

  /** The anchor that Doxia gives a heading. */
  function anchor(name) {
    const own = /^[A-Za-z]/.test(name) ? name : "a" + name;
    return Array.from(own, c => c === " " ? "_" : /[A-Za-z0-9_.:-]/.test(c) ? c
      : Array.from(new TextEncoder().encode(c), b => "." + b.toString(16).toUpperCase().padStart(2, "0")).join("")).join("");
  }

  function built() {
    if (index === null) {
      lunr.tokenizer.separator = /[^\p{L}\p{N}]+/u;
      index = lunr(function () {
        this.ref("at");
        this.field("name", { boost: 8 });
        this.field("page", { boost: 2 });
        this.field("text");
        this.metadataWhitelist = ["position"];
        sections.forEach((section, at) => this.add({ at, ...section }));
      });
    }
    return index;
  }

  /** The sections that hold the words, those that hold most of them first; what is nearest in spelling where none does. */
  function find(words) {
    const tokens = lunr.tokenizer(words).map(String);
    const ask = clauses => built().query(query => tokens.forEach(token => clauses(query, token)));
    let found = ask((query, token) => {
      query.term(token, { boost: 10 });
      query.term(token, { boost: 1, usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
    });
    if (found.length === 0) {
      found = ask((query, token) => query.term(token, { usePipeline: false, editDistance: token.length > 5 ? 2 : 1 }));
    }
    return found.map(result => {
      const section = sections[Number(result.ref)];
      const all = (section.page + " " + section.name + " " + section.text).toLowerCase();
      const held = tokens.filter(token => all.includes(token)).length;
      return { section, held, score: result.score, positions: positions(result) };
    }).sort((a, b) => b.held - a.held || b.score - a.score).slice(0, MOST);
  }

  function positions(result) {
    return Object.values(result.matchData.metadata).flatMap(fields => fields.text ? fields.text.position : [])
      .sort((a, b) => a[0] - b[0]);
  }

  /** What stands around the first word that was found, with the words marked. */
  function excerpt(text, positions) {
    const shown = document.createElement("p");
    const first = positions.length > 0 ? positions[0][0] : 0;
    const from = first <= AROUND ? 0 : text.indexOf(" ", first - AROUND) + 1;
    const to = Math.min(text.length, first + 2 * AROUND);
    shown.append(from > 0 ? "… " : "");
    let at = from;
    for (const [start, length] of positions) {
      if (start >= at && start + length <= to) {
        const mark = document.createElement("mark");
        mark.textContent = text.slice(start, start + length);
        shown.append(text.slice(at, start), mark);
        at = start + length;
      }
    }
    shown.append(text.slice(at, to), to < text.length ? " …" : "");
    return shown;
  }

  function show(words, results) {
    results.dataset.words = words;
    results.replaceChildren();
    results.hidden = words.trim() === "";
    if (results.hidden) {
      return;
    }
    const found = find(words);
    const told = document.createElement("p");
    told.textContent = found.length === 0 ? `Nothing is found for “${words.trim()}”.`
      : found.length === 1 ? "1 section" : `${found.length === MOST ? "The first " : ""}${found.length} sections`;
    const list = document.createElement("ol");
    for (const { section, positions } of found) {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = section.href;
      link.textContent = section.name === section.page ? section.page : section.page + ": " + section.name;
      item.append(link, excerpt(section.text, positions));
      list.append(item);
    }
    results.append(told, list);
  }

  /** Loads the texts of all pages of the menu, once. */
  let loading = null;
  function load(menu) {
    const here = location.pathname.replace(/^.*\//, "") || "index.html";
    loading = loading || Promise.all([here, ...Array.from(menu.querySelectorAll("a[href]"), a => a.getAttribute("href"))]
      .filter((file, at, all) => file.endsWith(".html") && all.indexOf(file) === at)
      .map(file => new Promise((loaded, failed) => {
        const script = document.createElement("script");
        script.src = "search/" + file.replace(/html$/, "js");
        script.onload = loaded;
        script.onerror = () => failed(new Error(script.src + " cannot be read"));
        document.head.append(script);
      })));
    return loading;
  }

  function start() {
    const menu = document.querySelector("#leftColumn nav");
    const form = document.createElement("form");
    form.id = "search";
    form.setAttribute("role", "search");
    const box = document.createElement("input");
    box.type = "search";
    box.placeholder = "Search";
    box.setAttribute("aria-label", "Search these pages");
    form.append(box);
    const results = document.createElement("div");
    results.id = "found";
    results.hidden = true;
    results.setAttribute("aria-live", "polite");
    menu.before(form);
    if (matchMedia("(max-width: 767px)").matches) {
      // The columns of the skin stand below each other.
      form.after(results);
    } else {
      document.getElementById("bodyColumn").prepend(results);
    }
    const search = () => load(menu).then(() => show(box.value, results), error => {
      results.hidden = false;
      results.textContent = error.message;
    });
    form.addEventListener("submit", event => event.preventDefault());
    box.addEventListener("input", search);
    box.addEventListener("keydown", event => {
      if (event.key === "Escape") {
        box.value = "";
        search();
      }
    });
    results.addEventListener("click", event => {
      results.hidden = event.target.closest("a") !== null;
    });
  }

  document.addEventListener("DOMContentLoaded", start);
  return { page, find, sections };
})();
