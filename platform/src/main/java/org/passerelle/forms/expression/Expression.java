package org.passerelle.forms.expression;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A condition on answers, such as {@code contact_kind = 'not_reached' or count(act) > 1}.
 * Immutable; safe for concurrent use. {@code toString} gives the canonical text, which parses to an
 * equal expression.
 *
 * <p>Evaluation never throws: a missing answer, a wrong type or an impossible comparison gives
 * unknown.
 */
public sealed interface Expression {

  /**
   * Parses an expression.
   *
   * @throws ExpressionInvalid with the position and a suggestion
   */
  static Expression parse(String text) {
    return new ExpressionParser(text).parse();
  }

  /**
   * Evaluates the expression.
   *
   * @param answers function from a question's id to its answer, {@link Truth#UNKNOWN} if there is
   *     none
   */
  Value value(Function<String, Value> answers);

  /** Subexpressions, from left to right; an operand has none. */
  default List<Expression> parts() {
    return List.of();
  }

  /** The text, in parentheses if it binds less tightly than {@code level}. */
  default String print(int level) {
    return level > level() ? "(" + this + ")" : toString();
  }

  /** Precedence: 1 or, 2 and, 3 not, 4 comparison, 5 operand. */
  default int level() {
    return 5;
  }

  /** The truth value: anything that is not a truth value is unknown. */
  default Truth truth(Function<String, Value> answers) {
    return value(answers) instanceof Truth truth ? truth : Truth.UNKNOWN;
  }

  /** The questions it refers to, in order of appearance. */
  default Set<String> questions() {
    Set<String> found = new LinkedHashSet<>();
    parts().forEach(part -> found.addAll(part.questions()));
    return found;
  }

  /** A number, a text in single quotes, true or false. */
  record Literal(Value literal) implements Expression {
    @Override
    public Value value(Function<String, Value> answers) {
      return literal;
    }

    @Override
    public String toString() {
      if (literal instanceof Value.Text text) {
        return "'" + text.text().replace("'", "''") + "'";
      }
      if (literal instanceof Value.Amount amount) {
        return amount.number().toPlainString();
      }
      return literal == Truth.TRUE ? "true" : "false";
    }
  }

  /** The answer to a question. */
  record Reference(String question) implements Expression {
    @Override
    public Value value(Function<String, Value> answers) {
      return answers.apply(question);
    }

    @Override
    public Set<String> questions() {
      return Set.of(question);
    }

    @Override
    public String toString() {
      return question;
    }
  }

  /**
   * Whether there is an answer; always known. "Not known" does not count as an answer, "none of
   * these" does.
   */
  record Answered(Reference of) implements Expression {
    @Override
    public Value value(Function<String, Value> answers) {
      return Truth.of(of.value(answers) != Truth.UNKNOWN);
    }

    @Override
    public List<Expression> parts() {
      return List.of(of);
    }

    @Override
    public String toString() {
      return "answered(" + of + ")";
    }
  }

  /** Number of selected codes of a multi-choice. */
  record Count(Reference of) implements Expression {
    @Override
    public Value value(Function<String, Value> answers) {
      return of.value(answers) instanceof Value.Codes codes
          ? new Value.Amount(BigDecimal.valueOf(codes.codes().size()))
          : Truth.UNKNOWN;
    }

    @Override
    public List<Expression> parts() {
      return List.of(of);
    }

    @Override
    public String toString() {
      return "count(" + of + ")";
    }
  }

  /** Negation. */
  record Not(Expression inner) implements Expression {
    @Override
    public Value value(Function<String, Value> answers) {
      return inner.truth(answers).not();
    }

    @Override
    public List<Expression> parts() {
      return List.of(inner);
    }

    @Override
    public int level() {
      return 3;
    }

    @Override
    public String toString() {
      return "not " + inner.print(3);
    }
  }

  /** A combination of two conditions. */
  sealed interface Joined extends Expression {
    Expression left();

    Expression right();

    @Override
    default List<Expression> parts() {
      return List.of(left(), right());
    }
  }

  /** Conjunction. */
  record And(Expression left, Expression right) implements Joined {
    @Override
    public Value value(Function<String, Value> answers) {
      return left.truth(answers).and(right.truth(answers));
    }

    @Override
    public int level() {
      return 2;
    }

    @Override
    public String toString() {
      return left.print(2) + " and " + right.print(3);
    }
  }

  /** Disjunction. */
  record Or(Expression left, Expression right) implements Joined {
    @Override
    public Value value(Function<String, Value> answers) {
      return left.truth(answers).or(right.truth(answers));
    }

    @Override
    public int level() {
      return 1;
    }

    @Override
    public String toString() {
      return left.print(1) + " or " + right.print(2);
    }
  }

  /** Comparison of two operands. */
  record Comparison(Expression left, Comparator comparator, Expression right)
      implements Expression {
    @Override
    public Value value(Function<String, Value> answers) {
      return comparator.compare(left.value(answers), right.value(answers));
    }

    @Override
    public List<Expression> parts() {
      return List.of(left, right);
    }

    @Override
    public int level() {
      return 4;
    }

    @Override
    public String toString() {
      return left.print(5) + " " + comparator.sign() + " " + right.print(5);
    }
  }

  /** Whether the operand is one of several literals. */
  record Among(Expression operand, List<Literal> literals) implements Expression {
    public Among {
      literals = List.copyOf(literals);
    }

    @Override
    public Value value(Function<String, Value> answers) {
      Value sought = operand.value(answers);
      Truth found = Truth.FALSE;
      for (Literal literal : literals) {
        found = found.or(Comparator.EQUAL.compare(sought, literal.literal()));
      }
      return found;
    }

    @Override
    public List<Expression> parts() {
      return List.of(operand);
    }

    @Override
    public int level() {
      return 4;
    }

    @Override
    public String toString() {
      return operand.print(5)
          + " in "
          + literals.stream().map(Literal::toString).collect(Collectors.joining(", ", "(", ")"));
    }
  }

  /** Whether a multi-choice contains a code. */
  record Contains(Expression operand, String code) implements Expression {
    @Override
    public Value value(Function<String, Value> answers) {
      return operand.value(answers) instanceof Value.Codes codes
          ? Truth.of(codes.codes().contains(code))
          : Truth.UNKNOWN;
    }

    @Override
    public List<Expression> parts() {
      return List.of(operand);
    }

    @Override
    public int level() {
      return 4;
    }

    @Override
    public String toString() {
      return operand.print(5) + " contains " + new Literal(new Value.Text(code));
    }
  }
}
