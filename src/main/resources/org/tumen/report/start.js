// Brings the page to life.

const root = document.documentElement;
const theme = document.getElementById("theme");
const systemDark = window.matchMedia("(prefers-color-scheme: dark)");

function setTheme(name) {
  root.dataset.theme = name;
  theme.textContent = name === "dark" ? "Light" : "Dark";
  theme.setAttribute("aria-label", name === "dark" ? "Use light colours" : "Use dark colours");
  redrawAll();
}

theme.hidden = false;
theme.addEventListener("click", () => setTheme(root.dataset.theme === "dark" ? "light" : "dark"));
systemDark.addEventListener("change", () => setTheme(systemDark.matches ? "dark" : "light"));
setTheme(systemDark.matches ? "dark" : "light");

document.querySelectorAll(".controls").forEach(controls => { controls.hidden = false; });
document.querySelectorAll("table.sortable").forEach(table => {
  makeSortable(table);
  showOnly(table);
});
document.querySelectorAll("[data-filter], [data-marked], [data-minor]").forEach(control => {
  const table = document.getElementById(control.dataset.filter || control.dataset.marked || control.dataset.minor);
  control.addEventListener("input", () => showOnly(table));
});

document.querySelectorAll("details.data").forEach(details => {
  details.addEventListener("toggle", () => { if (details.open) details.fill(); });
});

const figures = Array.from(document.querySelectorAll("figure[data-chart]"));
const inView = new IntersectionObserver(entries => entries.filter(entry => entry.isIntersecting).forEach(entry => {
  inView.unobserve(entry.target);
  if (!drawn.has(entry.target)) draw(entry.target);
}), {rootMargin: "600px"});
figures.forEach(holder => inView.observe(holder));

let width = window.innerWidth;
let waiting = 0;
window.addEventListener("resize", () => {
  if (window.innerWidth === width) return;
  width = window.innerWidth;
  clearTimeout(waiting);
  waiting = setTimeout(redrawAll, 120);
});

// Paper is white, and every chart belongs on it.
let onScreen = null;
window.addEventListener("beforeprint", () => {
  onScreen = root.dataset.theme;
  setTheme("light");
  document.querySelectorAll("details.more").forEach(details => { details.open = true; });
  figures.filter(holder => !holder.hidden).forEach(draw);
});
window.addEventListener("afterprint", () => {
  if (onScreen !== null) setTheme(onScreen);
  onScreen = null;
});
// A page that frames a report again and again, as more runs come, hands on where its reader was.
const chosen = () => Array.from(document.querySelectorAll("select[data-choice]"));
if (window.parent !== window) {
  const tell = () => window.parent.postMessage({place: {top: window.scrollY, chosen: chosen().map(select => select.value)}}, "*");
  window.addEventListener("scroll", tell, {passive: true});
  document.addEventListener("change", tell);
  window.addEventListener("message", event => {
    if (event.source !== window.parent || !event.data || !event.data.place) return;
    chosen().forEach((select, i) => {
      const value = event.data.place.chosen[i];
      if (value === select.value || !Array.from(select.options).some(option => option.value === value)) return;
      select.value = value;
      select.dispatchEvent(new Event("change", {bubbles: true}));
    });
    window.scrollTo(0, event.data.place.top);
  });
}
root.dataset.ready = "true";
