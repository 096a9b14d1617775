// A form made of a JSON Schema, over a document that it changes in place. Nothing here knows any kind of study.
import { $, beside, make, number, scenarios, words } from './common.js';

/** What the user types where a value may be anything: JSON, or the flow style of YAML for plain words. */
export function parsed(text) {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  for (const candidate of [trimmed, trimmed.replace(/([{,[]\s*)([A-Za-z_][\w.-]*)(\s*:)/g, '$1"$2"$3').replace(/([:,[]\s*)(?!true\b|false\b|null\b)([A-Za-z_][\w-]*)(?=\s*[,}\]])/g, '$1"$2"')]) {
    try { return JSON.parse(candidate); } catch { /* a word, then */ }
  }
  return trimmed;
}
export const written = value => value === undefined ? '' : typeof value === 'string' ? value
  : typeof value === 'object' ? JSON.stringify(value).replace(/"([A-Za-z_][\w.-]*)"/g, '$1').replaceAll(',', ', ').replaceAll(':', ': ') : String(value);

let ids = 0;

export class Form {
  /**
   * @param schema of the document
   * @param value the document
   * @param changed called after each change
   */
  constructor(schema, value, changed) {
    this.schema = schema;
    this.value = value;
    this.changed = changed;
  }

  resolved(schema) {
    return schema?.$ref ? this.resolved(this.schema.$defs[schema.$ref.split('/').at(-1)]) : schema ?? {};
  }

  /** The editor of a key of a holder. */
  field(holder, key, given, label, path, named) {
    const schema = this.resolved(given);
    const described = { ...schema, description: given.description ?? schema.description, default: given.default ?? schema.default };
    const set = value => {
      if (value === undefined) delete holder[key]; else holder[key] = value;
      this.changed();
    };
    const value = holder[key];
    if (schema.anyOf) return this.anyOf(holder, key, described, label, path, set);
    if (schema.type === 'object' && schema.properties) return this.group(holder, key, described, label, path);
    if (schema.type === 'object') return this.entries(holder, key, described, label, path);
    if (schema.type === 'array') return this.list(holder, key, described, label, path);
    return this.line(label, described, path, this.control(named ?? schema, described, value, set, path));
  }

  control(schema, described, value, set, path) {
    const placeholder = described.default != null && typeof described.default !== 'object' && described.default !== '' ? String(described.default) : '';
    if (path === 'scenario' || /\.scenario$/.test(path)) {
      const options = scenarios.map(s => beside(s.name));
      return this.select(['', ...(value && !options.includes(value) ? [value] : []), ...options], value ?? '', set, text => text ? text.replace(/^\.\.\/|\.(yaml|yml|json)$/g, '').replaceAll('-', ' ') : 'not given');
    }
    if (schema.enum) return this.select(['', ...schema.enum], value ?? '', set, text => text === '' ? (placeholder ? `${words(placeholder)} (default)` : 'not given') : words(text));
    if (schema.type === 'boolean') {
      return this.select(['', true, false], value ?? '', set, v => v === '' ? `${placeholder === 'true' ? 'yes' : 'no'} (default)` : v ? 'yes' : 'no');
    }
    if (schema.type === 'integer' || schema.type === 'number') {
      return make('input', { type: 'number', step: schema.type === 'integer' ? 1 : 'any', min: schema.minimum, max: schema.maximum, placeholder, value: value ?? '',
        onchange: e => set(e.target.value === '' ? undefined : Number(e.target.value)) });
    }
    if (schema.type === 'string') {
      const many = path === 'description';
      const input = make(many ? 'textarea' : 'input', { placeholder, rows: many ? 3 : null, onchange: e => set(e.target.value === '' ? undefined : e.target.value) });
      input.value = value ?? '';
      return input;
    }
    return make('input', { placeholder: placeholder || 'a number, a word, or {type: silent}', value: written(value), onchange: e => set(parsed(e.target.value)) });
  }

  select(options, value, set, told) {
    const select = make('select', { onchange: () => { const at = options[select.selectedIndex]; set(at === '' ? undefined : at); } },
      options.map(o => make('option', {}, told(o))));
    select.selectedIndex = Math.max(0, options.findIndex(o => o === value));
    return select;
  }

  line(label, schema, path, control) {
    const id = 'f' + ++ids;
    control.id = id;
    const meaning = (schema.description ?? '').replace(/; allowed: .*$/, '').replace(/ \[.*\]$/, '');
    const note = [meaning, schema.minimum != null && schema.maximum != null ? `${number(schema.minimum, 15)} to ${number(schema.maximum, 15)}` : '', (schema.description ?? '').match(/\[([^\]]+)\]$/)?.[1]].filter(Boolean).join(' · ');
    if (note) control.setAttribute('aria-describedby', id + 'n');
    if (!label) control.setAttribute('aria-label', words(path.split('.').at(-1)));
    return make('div', { class: 'field', 'data-path': path }, label ? make('label', { for: id }, words(label)) : null, control,
      note ? make('p', { class: 'note', id: id + 'n' }, note) : null, make('p', { class: 'wrong', hidden: true }));
  }

  /** A mapping with declared keys. */
  group(holder, key, schema, label, path) {
    const own = holder[key] && typeof holder[key] === 'object' && !Array.isArray(holder[key]) ? holder[key] : {};
    const kept = () => { if (Object.keys(own).length) holder[key] = own; else delete holder[key]; };
    const inner = new Form(this.schema, own, () => { kept(); this.changed(); });
    const required = schema.required ?? [];
    // What is given or must be stands open; of the rest, when it is much, a fold.
    const names = Object.keys(schema.properties);
    const first = name => names.length < 7 || name in own || required.includes(name);
    const rest = names.filter(name => !first(name));
    const editor = name => inner.field(own, name, schema.properties[name], name, `${path}.${name}`);
    return make(label ? 'fieldset' : 'div', { 'data-path': path }, label ? make('legend', {}, words(label)) : null, make('p', { class: 'wrong', hidden: true }),
      make('div', { class: 'fields' }, names.filter(first).map(editor)),
      rest.length ? make('details', {}, make('summary', {}, `${rest.length} more`), make('div', { class: 'fields' }, rest.map(editor))) : null);
  }

  /** A mapping whose keys the user names. */
  entries(holder, key, schema, label, path) {
    const box = make('div', { class: 'entries' });
    const paths = /path/.test(schema.description ?? '') || /\.set$/.test(path) || /strategies\./.test(path);
    const own = () => (holder[key] && typeof holder[key] === 'object' ? holder[key] : {});
    const draw = () => box.replaceChildren(...Object.keys(own()).map(name => {
      const input = make('input', { value: name, list: paths ? 'paths' : null, 'aria-label': `Name in ${words(label)}`, onchange: () => {
        const renamed = Object.fromEntries(Object.entries(own()).map(([k, v]) => [k === name ? input.value.trim() : k, v]));
        holder[key] = renamed; draw(); this.changed();
      } });
      return make('div', { class: 'entry', 'data-path': `${path}.${name}` },
        make('div', { class: 'entry-head' }, input, make('button', { type: 'button', 'aria-label': `Remove ${name}`, onclick: () => {
          delete holder[key][name]; if (!Object.keys(own()).length) delete holder[key]; draw(); this.changed();
        } }, 'Remove')), make('p', { class: 'wrong', hidden: true }),
        this.field(holder[key], name, schema.additionalProperties === true || !schema.additionalProperties ? {} : schema.additionalProperties, '', `${path}.${name}`));
    }));
    draw();
    const add = make('button', { type: 'button', onclick: () => {
      const at = Object.keys(own()).length + 1;
      const inner = this.resolved(schema.additionalProperties === true ? {} : schema.additionalProperties);
      holder[key] = { ...own(), [paths ? '' : `${words(label).replace(/s$/, '').replaceAll(' ', '_')}${at}`]: inner.type === 'object' || inner.anyOf ? {} : '' };
      draw(); this.changed(); box.lastElementChild.querySelector('input').focus();
    } }, label ? `Add to ${words(label)}` : 'Add');
    return make(label ? 'fieldset' : 'div', { 'data-path': path, class: label ? null : 'inner' }, label ? make('legend', {}, words(label)) : null, schema.description ? make('p', { class: 'note' }, schema.description.replace(/; allowed: .*$/, '')) : null,
      make('p', { class: 'wrong', hidden: true }), box, add);
  }

  list(holder, key, schema, label, path) {
    const box = make('div', { class: 'entries' });
    const own = () => (Array.isArray(holder[key]) ? holder[key] : []);
    const draw = () => box.replaceChildren(...own().map((_, i) => make('div', { class: 'entry item', 'data-path': `${path}.${i}` },
      this.field(holder[key], i, schema.items ?? {}, `${i + 1}`, `${path}.${i}`),
      make('button', { type: 'button', 'aria-label': `Remove ${i + 1} of ${words(label)}`, onclick: () => { holder[key].splice(i, 1); if (!own().length) delete holder[key]; draw(); this.changed(); } }, 'Remove'))));
    // An item that is emptied goes.
    const add = make('button', { type: 'button', onclick: () => {
      const item = this.resolved(schema.items);
      const first = item.anyOf?.map(s => this.resolved(s)).find(s => s.enum)?.enum[0] ?? item.enum?.[0];
      holder[key] = [...own(), first ?? (item.type === 'string' ? '' : {})];
      draw(); this.changed(); box.lastElementChild.querySelector('input, select')?.focus();
    } }, `Add to ${words(label)}`);
    draw();
    return make('fieldset', { 'data-path': path }, make('legend', {}, words(label)), schema.description ? make('p', { class: 'note' }, schema.description) : null,
      make('p', { class: 'wrong', hidden: true }), box, add);
  }

  /** One of several forms: the one that the value has, which a choice changes. */
  anyOf(holder, key, schema, label, path, set) {
    const forms = schema.anyOf.map(s => this.resolved(s));
    // A name alone stands for settings that begin with an outcome: what may stand there may stand here.
    const outcome = this.resolved(forms.find(f => f.properties?.outcome)?.properties.outcome);
    const names = outcome.enum ? outcome : null;
    const fits = (form, value) => form.type === 'array' ? Array.isArray(value) : form.type === 'object' ? value && typeof value === 'object' && !Array.isArray(value)
      : form.type === 'number' || form.type === 'integer' ? typeof value === 'number' : typeof value !== 'object';
    let at = Math.max(0, forms.findIndex(form => fits(form, holder[key])));
    const box = make('div', { class: 'any' });
    const told = form => form.type === 'array' ? 'a list' : form.type === 'object' ? 'settings' : form.enum || form.type === 'string' ? 'a name' : form.type ?? 'a value';
    const draw = () => {
      const form = forms[at];
      box.replaceChildren(form.type === 'array' && !form.items?.$ref
        ? this.line('values', { description: 'Values, with commas between' }, path, make('input', { value: Array.isArray(holder[key]) ? holder[key].map(written).join(', ') : '',
          onchange: e => set(parsed(`[${e.target.value}]`)) }))
        : this.field(holder, key, form, label, path, form.type === 'string' ? names : null));
    };
    const choice = make('select', { 'aria-label': `Form of ${words(String(label))}`, onchange: () => { at = choice.selectedIndex; delete holder[key]; if (forms[at].type === 'object') holder[key] = {}; draw(); this.changed(); } },
      forms.map(form => make('option', {}, told(form))));
    choice.selectedIndex = at;
    draw();
    return make('div', { class: 'one-of' }, box, forms.length > 1 ? choice : null);
  }
}

/** Shows problems at the fields that they are of, as far as there are such. */
export function mark(root, problems) {
  root.querySelectorAll('.wrong').forEach(p => { p.hidden = true; p.textContent = ''; });
  problems.forEach(problem => {
    let path = problem.path;
    for (;;) {
      const place = [...root.querySelectorAll('[data-path]')].filter(e => e.dataset.path === path).at(-1)?.querySelector('.wrong');
      if (place && path) { place.hidden = false; place.textContent += (place.textContent ? ' ' : '') + problem.message; return; }
      if (!path.includes('.')) return;
      path = path.slice(0, path.lastIndexOf('.'));
    }
  });
}

/** The paths of parameters, offered where one is asked for. */
export function offerPaths(parameters) {
  let list = $('paths');
  if (!list) { list = make('datalist', { id: 'paths' }); document.body.append(list); }
  list.replaceChildren(...parameters.map(p => make('option', { value: p.path }, p.meaning ?? '')));
}
