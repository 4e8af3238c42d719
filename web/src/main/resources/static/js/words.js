// Sentences in the language of the page.
const grid = document.getElementById('grid');
const words = JSON.parse(grid?.dataset.words || '{}');

export const settings = JSON.parse(grid?.dataset.settings || '{"absences":[],"workTypes":[]}');

export const say = (key, ...values) => (words[key] ?? key).replace(/\{(\d)\}/g, (_, at) => values[at]);

export const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

export const time = (at) => new Date(at).toLocaleTimeString('ru', { hour: '2-digit', minute: '2-digit' });
export const day = (at) => new Date(at).toLocaleDateString('ru', { day: '2-digit', month: '2-digit' });
