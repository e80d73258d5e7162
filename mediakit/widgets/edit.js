// edit_table: a table whose cells are fields; every change is one new state.

function render({ model, el }) {
  const { columns, choices, file } = model.get("data");
  const settle = (given) => ({
    rows: (Array.isArray(given.rows) ? given.rows : []).filter(Array.isArray)
      .map((row) => columns.map((_, place) => (typeof row[place] === "string" ? row[place] : ""))),
  });
  let fields = [], deleted = null;
  const step = keepInStep(model, el, settle, ({ rows }) => {
    if (fields.length === rows.length) fields.forEach((row, at) => row.forEach((field, place) => { setTo(field, rows[at][place]); }));
    else build(rows);
  });
  const body = h("tbody");
  const said = h("span", { class: "mk-said", role: "status" });
  const back = h("button", { type: "button", hidden: true, onclick: () => {
    const rows = step.now().rows;
    rows.splice(deleted.at, 0, deleted.row);
    back.hidden = true;
    change(rows, deleted.at);
  } }, "Bring the deleted row back");

  function change(rows, focusAt = null) {
    said.textContent = "Changed here. To keep it, download the table.";
    step.go({ rows });
    if (focusAt !== null) (fields[Math.min(focusAt, fields.length - 1)]?.[0] ?? add).focus();
  }
  const edited = (at, place, text) => {
    const rows = step.now().rows;
    rows[at][place] = text;
    change(rows);
  };
  const setTo = (field, text) => {
    if (field.value === text) return;
    if (field.tagName === "SELECT" && ![...field.options].some((one) => one.value === text)) field.append(h("option", { value: text }, text));
    field.value = text;
  };
  function fieldOf(text, at, place) {
    const given = { "aria-label": `${columns[place]}, row ${at + 1}`, dir: "auto", onchange: () => edited(at, place, made.value) };
    const made = Object.hasOwn(choices, columns[place])
      ? h("select", given, ["", ...choices[columns[place]]].map((one) => h("option", { value: one }, one)))
      : h("textarea", { ...given, rows: "1" });
    setTo(made, text);
    return made;
  }
  function build(rows) {
    fields = rows.map((row, at) => row.map((text, place) => fieldOf(text, at, place)));
    body.replaceChildren(...fields.map((row, at) => h("tr", {},
      row.map((field) => h("td", {}, field)),
      h("td", {}, h("button", { type: "button", "aria-label": `Delete row ${at + 1}`, onclick: () => {
        const kept = step.now().rows;
        deleted = { at, row: kept[at] };
        kept.splice(at, 1);
        back.hidden = false;
        change(kept, at);
      } }, "Delete")))));
  }

  const add = h("button", { type: "button", onclick: () => {
    const rows = [...step.now().rows, columns.map(() => "")];
    change(rows, rows.length - 1);
  } }, "Add a row");
  const take = h("button", { type: "button", onclick: () => download(file, [csvOf([columns, ...step.now().rows])], "text/csv") }, "Download as CSV");
  const tell = () => { if (model.get("saved")) said.textContent = model.get("saved"); };
  model.on("change:saved", tell);
  el.classList.add("mk-explorer");
  el.append(h("div", { class: "mk-edit tex2jax_ignore mathjax_ignore" },
    h("div", { class: "mk-scroll", role: "region", "aria-label": "The table to fill in", tabindex: "0" },
      h("table", { class: "mk-table" },
        h("thead", {}, h("tr", {}, columns.map((name) => h("th", { scope: "col" }, name)), h("td"))), body)),
    h("div", { class: "mk-copy" }, add, back, take, said)));
  step.changed();
  return () => { step.stop(); model.off("change:saved", tell); el.replaceChildren(); };
}

export default { render };
