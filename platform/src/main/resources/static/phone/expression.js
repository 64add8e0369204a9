/* Conditions of forms, as trees that the house has read (forms.expression.ExpressionTree). A value is a text, a number, a list of codes, true or
   false; undefined is what is not known, and evaluation never fails. Both sides give the results of forms/expression-vectors.json. */

/** Whether it holds: true, false, or undefined where that is not known. */
export function truth(tree, answer) {
  const found = value(tree, answer);
  return typeof found === 'boolean' ? found : undefined;
}

function value([head, ...parts], answer) {
  switch (head) {
    case 'and': return both(truth(parts[0], answer), truth(parts[1], answer));
    case 'or': return either(truth(parts[0], answer), truth(parts[1], answer));
    case 'not': return opposite(truth(parts[0], answer));
    case 'in': {
      const sought = value(parts[0], answer);
      return parts.slice(1).map(literal => compare('=', sought, value(literal, answer))).reduce(either, false);
    }
    case 'contains': {
      const codes = value(parts[0], answer);
      return Array.isArray(codes) ? codes.includes(parts[1]) : undefined;
    }
    case 'answered': return answer(parts[0]) !== undefined;
    case 'count': {
      const codes = answer(parts[0]);
      return Array.isArray(codes) ? codes.length : undefined;
    }
    case 'answer': return answer(parts[0]);
    case 'text': return parts[0];
    case 'number': return Number(parts[0]);
    case 'true': return true;
    case 'false': return false;
    default: return compare(head, value(parts[0], answer), value(parts[1], answer));
  }
}

const both = (a, b) => a === false || b === false ? false : a && b;
const either = (a, b) => a === true || b === true ? true : a === undefined || b === undefined ? undefined : false;
const opposite = a => a === undefined ? undefined : !a;
const isDay = text => /^\d{4}-\d{2}-\d{2}$/.test(text);

function compare(sign, a, b) {
  const orders = sign !== '=' && sign !== '!=';
  if (a === undefined || b === undefined || typeof a !== typeof b || Array.isArray(a)) return undefined;
  if (typeof a === 'boolean' && orders) return undefined;
  if (typeof a === 'string' && orders && !(isDay(a) && isDay(b))) return undefined;
  switch (sign) {
    case '=': return a === b;
    case '!=': return a !== b;
    case '<': return a < b;
    case '<=': return a <= b;
    case '>': return a > b;
    default: return a >= b;
  }
}
