/** A crowd of three groups, the same each time. Everybody votes equally often, on statements of their own choice. */
export function makeVotes(people, statements, votes) {
  const rows = new Int32Array(votes);
  const columns = new Int32Array(votes);
  const values = new Int8Array(votes);
  let state = 1;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const each = votes / people;
  for (let i = 0; i < votes; i++) {
    const person = Math.min(people - 1, Math.floor(i / each));
    // Spread evenly over the statements, so that nobody votes twice on one.
    const part = i - Math.ceil(person * each);
    const statement = Math.min(statements - 1, Math.floor(((part + random()) * statements) / Math.ceil(each)));
    const agrees = statement % 3 === person % 3 || statement % 4 === 0;
    rows[i] = person;
    columns[i] = statement;
    values[i] = random() < 0.1 ? 0 : agrees === random() < 0.8 ? 1 : -1;
  }
  return { rows, columns, votes: values };
}
