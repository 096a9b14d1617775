// The page of an exploration: its theme, and tables that sort.

const root = document.documentElement;
const theme = document.getElementById("theme");
const systemDark = window.matchMedia("(prefers-color-scheme: dark)");

function setTheme(name) {
  root.dataset.theme = name;
  theme.textContent = name === "dark" ? "Light" : "Dark";
  theme.setAttribute("aria-label", name === "dark" ? "Use light colours" : "Use dark colours");
}

theme.hidden = false;
theme.addEventListener("click", () => setTheme(root.dataset.theme === "dark" ? "light" : "dark"));
systemDark.addEventListener("change", () => setTheme(systemDark.matches ? "dark" : "light"));
setTheme(systemDark.matches ? "dark" : "light");
document.querySelectorAll("table.sortable").forEach(makeSortable);

let onScreen = null;
window.addEventListener("beforeprint", () => {
  onScreen = root.dataset.theme;
  setTheme("light");
});
window.addEventListener("afterprint", () => {
  if (onScreen !== null) setTheme(onScreen);
  onScreen = null;
});
root.dataset.ready = "true";
