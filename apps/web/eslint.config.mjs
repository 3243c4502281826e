import { parseTemplate } from '@angular/compiler';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import root from '../../eslint.config.mjs';

/** Attributes that people read or hear. */
const SPOKEN = new Set(['aria-label', 'aria-description', 'title', 'placeholder', 'alt', 'label', 'hint']);
const WORD = /\p{L}{2,}/u;
// The product's name and the names of keys are the same in every language.
const NAMES = /^(Rådslag|Ctrl|Enter|Tab|Esc|Alt)?( ?[A-Z?])?$/;

/** Texts of a template that no catalogue knows of. */
function literals(template) {
  const found = [];
  const visit = (node) => {
    if (node === null || typeof node !== 'object') return;
    const name = node.constructor.name;
    if (name === 'Text' || name === 'Text$3') {
      const text = node.value.trim();
      if (WORD.test(text) && !NAMES.test(text)) found.push(text);
    }
    for (const attribute of node.attributes ?? []) if (SPOKEN.has(attribute.name) && WORD.test(attribute.value)) found.push(`${attribute.name}="${attribute.value}"`);
    for (const key of ['children', 'branches', 'cases', 'groups']) for (const child of node[key] ?? []) visit(child);
    for (const key of ['empty', 'placeholder', 'loading', 'error']) if (node[key]) visit(node[key]);
    const value = node.value?.ast;
    // {{ a }}text{{ b }}: the parts between the bindings.
    if (value?.strings) for (const part of value.strings) if (WORD.test(part) && !NAMES.test(part.trim())) found.push(part.trim());
  };
  parseTemplate(template, 'template.html', { preserveWhitespaces: true }).nodes.forEach(visit);
  return found;
}

const noLiteralText = {
  meta: { type: 'problem', schema: [] },
  create: (context) => ({
    Property(node) {
      const key = node.key.name;
      if (key !== 'template' && key !== 'templateUrl') return;
      const decorator = node.parent?.parent?.callee?.name;
      if (decorator !== 'Component') return;
      const written = node.value.type === 'TemplateLiteral' ? node.value.quasis.map((part) => part.value.cooked).join('') : String(node.value.value ?? '');
      const template = key === 'templateUrl' ? readFileSync(join(dirname(context.filename), written), 'utf8') : written;
      for (const text of literals(template)) context.report({ node, message: `"${text}" is product text: it belongs in a catalogue under words/, in Swedish and English.` });
    },
  }),
};

const noComponentStyles = {
  meta: { type: 'problem', schema: [] },
  create: (context) => ({
    "Decorator[expression.callee.name='Component'] Property[key.name=/^(styles|styleUrl|styleUrls)$/]"(node) {
      context.report({ node, message: 'Component styles become <style> elements of their own in the page, fetched anew with every script: write a sheet in the folder and import it in styles/styles.css.' });
    },
  }),
};

export default [
  ...root,
  {
    files: ['**/*.ts'],
    ignores: ['**/*.spec.ts'],
    plugins: { web: { rules: { 'no-literal-text': noLiteralText, 'no-component-styles': noComponentStyles } } },
    rules: { 'web/no-literal-text': 'error', 'web/no-component-styles': 'error' },
  },
];
