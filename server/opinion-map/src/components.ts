import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { gramProduct, type SparseMatrix } from './centred.js';

/** How small the error of a component is, relative to the largest eigenvalue, when it counts as found. */
const TOLERANCE = 1e-11;
/** Steps between two looks at how far it has come, and the most there are. */
const STRIDE = 12;
const MOST_STEPS = 180;

/**
 * The first principal components of a sparse matrix by the Lanczos method, every vector kept orthogonal to all before.
 * Beginning and order are fixed, so the same matrix has the same components to the last digit. Each points to where
 * its sum is positive, so that a map is not mirrored from one time to the next.
 * @param matrix already centred
 * @param wanted how many; of a matrix of lower rank the rest are zero
 */
export function components(matrix: SparseMatrix, wanted: number): Float64Array[] {
  const basis: Float64Array[] = [];
  const diagonal: number[] = [];
  const beside: number[] = [];
  const steps = Math.min(matrix.columns, MOST_STEPS);
  let next = beginning(matrix.columns, 0, basis);
  while (next !== null && basis.length < steps) {
    const v = next;
    basis.push(v);
    const w = gramProduct(matrix, v);
    diagonal.push(dot(v, w));
    orthogonalise(w, basis);
    const length = Math.sqrt(dot(w, w));
    const isClosed = length <= 1e-12 * Math.max(...diagonal);
    next = isClosed ? beginning(matrix.columns, basis.length, basis) : scaled(w, 1 / length);
    beside.push(isClosed ? 0 : length);
    if (basis.length % STRIDE === 0 && isFound(diagonal, beside, wanted)) break;
  }
  return combine(basis, diagonal, beside, wanted);
}

/** A unit vector orthogonal to the basis, made the same way each time; null when the basis spans everything. */
function beginning(columns: number, attempt: number, basis: Float64Array[]): Float64Array | null {
  for (let shift = 0; shift < 3; shift++) {
    // Unlike a vector of ones it is orthogonal to nothing that real votes make.
    const v = Float64Array.from({ length: columns }, (_, i) => 1 + Math.sin((i + 1) * (attempt + shift + 1)) / 2);
    const before = Math.sqrt(dot(v, v));
    orthogonalise(v, basis);
    const length = Math.sqrt(dot(v, v));
    if (length > 1e-8 * before) return scaled(v, 1 / length);
  }
  return null;
}

interface Pair {
  value: number;
  vector: number[];
}

/** The eigenvalues of the small tridiagonal matrix, largest first. */
function pairs(diagonal: number[], beside: number[]): Pair[] {
  const size = diagonal.length;
  const small = Matrix.zeros(size, size);
  for (let i = 0; i < size; i++) {
    small.set(i, i, diagonal[i] as number);
    if (i > 0) {
      small.set(i, i - 1, beside[i - 1] as number);
      small.set(i - 1, i, beside[i - 1] as number);
    }
  }
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(small, { assumeSymmetric: true });
  return realEigenvalues
    .map((value, i) => ({ value, vector: eigenvectorMatrix.getColumn(i) }))
    .sort((a, b) => b.value - a.value);
}

function isFound(diagonal: number[], beside: number[], wanted: number): boolean {
  const found = pairs(diagonal, beside);
  const most = found[0]?.value ?? 0;
  const coupling = beside.at(-1) as number;
  return found
    .slice(0, wanted)
    .every(({ vector }) => Math.abs(coupling * (vector.at(-1) as number)) <= TOLERANCE * most);
}

function combine(basis: Float64Array[], diagonal: number[], beside: number[], wanted: number): Float64Array[] {
  const columns = basis[0]?.length ?? 0;
  const found = basis.length > 0 ? pairs(diagonal, beside) : [];
  const least = 1e-10 * (found[0]?.value ?? 0);
  return Array.from({ length: wanted }, (_, n) => {
    const component = new Float64Array(columns);
    const pair = found[n];
    if (pair === undefined || pair.value <= least) return component;
    basis.forEach((v, b) => {
      const share = pair.vector[b] as number;
      for (let i = 0; i < columns; i++) component[i] = (component[i] as number) + share * (v[i] as number);
    });
    const length = Math.sqrt(dot(component, component));
    const sum = component.reduce((total, value) => total + value, 0);
    return scaled(component, (sum < 0 ? -1 : 1) / length);
  });
}

/** Twice, as once leaves rounding errors that grow. */
function orthogonalise(v: Float64Array, basis: Float64Array[]): void {
  for (let time = 0; time < 2; time++) {
    for (const b of basis) {
      const share = dot(v, b);
      for (let i = 0; i < v.length; i++) v[i] = (v[i] as number) - share * (b[i] as number);
    }
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

const scaled = (v: Float64Array, factor: number): Float64Array => v.map((value) => value * factor);
