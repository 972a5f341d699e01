import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { gramProduct, type SparseMatrix } from './centred.js';
import { components } from './components.js';
import { randomFrom } from './random.js';

function sparse(rows: number[][]): SparseMatrix {
  const start = [0];
  const column: number[] = [];
  const value: number[] = [];
  for (const row of rows) {
    row.forEach((entry, c) => {
      if (entry === 0) return;
      column.push(c);
      value.push(entry);
    });
    start.push(column.length);
  }
  return {
    rows: rows.length,
    columns: rows[0]?.length ?? 0,
    start: Int32Array.from(start),
    column: Int32Array.from(column),
    value: Float64Array.from(value),
  };
}

const unit = (v: Float64Array): Float64Array => v.map((value) => value / Math.hypot(...v));

test('three products from ones are the power iteration of the reference', () => {
  const matrix = sparse([
    [1, 0, 0],
    [-1, 1, 0.1],
    [0, 1, 0.1],
    [0, 1, -0.1],
  ]);
  let v: Float64Array = Float64Array.of(1, 1, 1);
  for (let time = 0; time < 3; time++) v = unit(gramProduct(matrix, v));
  [-0.34217, 0.93906, 0.032633].forEach((expected, i) => {
    expect(v[i]).toBeCloseTo(expected, 4);
  });
});

test('the components are the leading eigenvectors of the dense matrix', () => {
  const random = randomFrom(5);
  const rows = Array.from({ length: 80 }, () =>
    Array.from({ length: 50 }, (_, c) => (random() < 0.6 ? 0 : (random() - 0.5) * (c < 4 ? 3 : 1))),
  );
  const dense = new Matrix(rows);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(dense.transpose().mmul(dense));
  const order = realEigenvalues.map((value, i) => ({ value, i })).sort((a, b) => b.value - a.value);
  components(sparse(rows), 2).forEach((component, n) => {
    const expected = eigenvectorMatrix.getColumn(order[n]?.i as number);
    const dot = component.reduce((sum, value, i) => sum + value * (expected[i] as number), 0);
    expect(Math.abs(dot)).toBeCloseTo(1, 9);
  });
});

test('a component points to where its sum is positive', () => {
  const [first] = components(
    sparse([
      [-3, -2, 0],
      [-3, -2, 0.5],
    ]),
    1,
  );
  expect((first as Float64Array).reduce((sum, value) => sum + value, 0)).toBeGreaterThan(0);
});

test('two equally long axes are both found', () => {
  const [first, second] = components(
    sparse([
      [2, 0, 0],
      [0, 2, 0],
      [0, 0, 1],
    ]),
    2,
  ) as [Float64Array, Float64Array];
  expect(Math.abs(first[2] as number) + Math.abs(second[2] as number)).toBeCloseTo(0, 9);
  expect(first.reduce((sum, value, i) => sum + value * (second[i] as number), 0)).toBeCloseTo(0, 9);
});

test('where there is one direction only, the second component is zero', () => {
  const [first, second] = components(
    sparse([
      [1, 1],
      [-1, -1],
    ]),
    2,
  ) as [Float64Array, Float64Array];
  expect(first[0]).toBeCloseTo(Math.SQRT1_2, 12);
  expect(Array.from(second)).toEqual([0, 0]);
});

test('a matrix of zeros has no components', () => {
  expect(components(sparse([[0, 0, 0]]), 2).map((one) => Array.from(one))).toEqual([
    [0, 0, 0],
    [0, 0, 0],
  ]);
});
