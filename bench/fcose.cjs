// SPDX-License-Identifier: GPL-3.0-or-later
// Lays a graph out with cytoscape-fcose, for compare: numbers on standard input (boxes, links, their
// sizes and ends), GraphViz' plain lines on standard output. Where node finds the package (NODE_PATH).
const fs = require('fs');
const cytoscape = require('cytoscape');
cytoscape.use(require('cytoscape-fcose'));

const numbers = fs.readFileSync(0, 'utf8').split(/\s+/).map(Number);
const [n, m] = numbers;
let at = 2;
let seed = 1;
Math.random = () => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return seed / 2147483648;
};
const lines = [];
const elements = [];
for (let i = 0; i < n; i++)
  elements.push({ data: { id: `n${i}`, w: numbers[at++], h: numbers[at++] } });
for (let k = 0; k < m; k++)
  elements.push({ data: { id: `e${k}`, source: `n${numbers[at++]}`, target: `n${numbers[at++]}` } });

if (n > 0) {
  const cy = cytoscape({
    headless: true, styleEnabled: true, elements,
    style: [{ selector: 'node', style: { shape: 'rectangle', width: 'data(w)', height: 'data(h)' } }],
  });
  cy.layout({
    name: 'fcose', quality: 'proof', randomize: true, animate: false, packComponents: false,
    nodeSeparation: 90, idealEdgeLength: () => 110, nodeRepulsion: () => 9000, numIter: 4000,
  }).run();
  cy.nodes().forEach((node) => {
    const { x, y } = node.position();
    lines.push(`node ${node.id().slice(1)} ${x / 72} ${y / 72}\n`);
  });
}
fs.writeSync(1, lines.join(''));
process.exit(0); // cytoscape would wait for a window
