// Brings explorers to life on a page without a kernel: a small model for each, and its own module.

class Model {
  constructor(values) { this.values = values; this.listeners = new Map(); }
  get(name) { return this.values[name]; }
  set(name, value) {
    this.values[name] = value;
    for (const event of [`change:${name}`, "change"]) (this.listeners.get(event) || []).forEach((listener) => listener());
  }
  save_changes() {}
  send() {}
  on(event, listener) { this.listeners.set(event, [...(this.listeners.get(event) || []), listener]); }
  off(event, listener) { this.listeners.set(event, (this.listeners.get(event) || []).filter((known) => known !== listener)); }
}

const { modules, styles, explorers, hash } = JSON.parse(document.getElementById("mk-explorers").textContent);
const loaded = modules.map((text) => import(URL.createObjectURL(new Blob([text], { type: "text/javascript" }))));
for (const text of styles) document.head.append(Object.assign(document.createElement("style"), { textContent: text }));

// The view in the address after #view=, where the page keeps it; null where there is none or it cannot be read.
function viewInAddress() {
  try {
    const given = location.hash.startsWith("#view=") ? JSON.parse(decodeURIComponent(location.hash.slice(6))) : null;
    return given && typeof given === "object" && !Array.isArray(given) ? given : null;
  } catch {
    return null;
  }
}

for (const place of document.querySelectorAll("[data-explorer]")) {
  const { module, values } = explorers[place.dataset.explorer];
  const model = new Model(values);
  if (hash) {
    model.set("state", viewInAddress() || values.state);
    model.on("change:state", () =>
      history.replaceState(null, "", `#view=${encodeURIComponent(JSON.stringify(model.get("state")))}`));
    addEventListener("hashchange", () => { if (viewInAddress()) model.set("state", viewInAddress()); });
  }
  const { default: explorer } = await loaded[module];
  place.replaceChildren();
  await explorer.render({ model, el: place });
}
