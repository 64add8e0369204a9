package org.passerelle.forms.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Recursive descent over:
 *
 * <pre>
 * or         = and { "or" and }
 * and        = not { "and" not }
 * not        = "not" not | comparison
 * comparison = operand [ ( "=" | "!=" | "&lt;" | "&lt;=" | "&gt;" | "&gt;=" ) operand
 *                      | "in" "(" literal { "," literal } ")" | "contains" text ]
 * operand    = literal | question | ( "answered" | "count" ) "(" question ")" | "(" or ")"
 * </pre>
 */
final class ExpressionParser {
  static final int LONGEST = 2000;
  private static final int MOST_PARTS = 200;
  private static final int DEEPEST = 40;
  private static final Set<String> RESERVED =
      Set.of("and", "or", "not", "in", "contains", "answered", "count", "true", "false");

  private final List<Token> tokens;
  private int next;
  private int parts;
  private int depth;

  ExpressionParser(String text) {
    tokens = Token.read(text);
  }

  Expression parse() {
    Expression whole = or();
    if (peek().kind() != Token.Kind.END) {
      throw unexpected("the end", "\"and\" or \"or\" is missing before it.");
    }
    return whole;
  }

  private Expression or() {
    Expression left = and();
    while (take("or")) {
      left = counted(new Expression.Or(left, and()));
    }
    return left;
  }

  private Expression and() {
    Expression left = not();
    while (take("and")) {
      left = counted(new Expression.And(left, not()));
    }
    return left;
  }

  private Expression not() {
    if (take("not")) {
      deeper();
      Expression inner = counted(new Expression.Not(not()));
      depth--;
      return inner;
    }
    return comparison();
  }

  private Expression comparison() {
    Expression left = operand();
    for (Comparator comparator : Comparator.values()) {
      if (take(comparator.sign())) {
        return counted(new Expression.Comparison(left, comparator, operand()));
      }
    }
    if (take("in")) {
      return counted(new Expression.Among(left, literals()));
    }
    if (take("contains")) {
      Token code = peek();
      if (code.kind() != Token.Kind.TEXT) {
        throw unexpected("a code in quotes", "it should be: purpose contains 'labour'.");
      }
      next++;
      return counted(new Expression.Contains(left, code.text()));
    }
    return left;
  }

  private List<Expression.Literal> literals() {
    expect("(");
    List<Expression.Literal> literals = new ArrayList<>();
    do {
      literals.add(
          literal()
              .orElseThrow(
                  () -> unexpected("a text or a number", "it should be: stage in ('a', 'b').")));
    } while (take(","));
    expect(")");
    return literals;
  }

  private Expression operand() {
    Optional<Expression.Literal> literal = literal();
    if (literal.isPresent()) {
      return literal.get();
    }
    if (take("(")) {
      deeper();
      Expression inner = or();
      depth--;
      expect(")");
      return inner;
    }
    if (take("answered")) {
      return counted(new Expression.Answered(inParentheses()));
    }
    if (take("count")) {
      return counted(new Expression.Count(inParentheses()));
    }
    return question();
  }

  private Expression.Reference inParentheses() {
    expect("(");
    Expression.Reference question = question();
    expect(")");
    return question;
  }

  private Expression.Reference question() {
    Token token = peek();
    if (token.kind() != Token.Kind.WORD || RESERVED.contains(token.text())) {
      throw unexpected("a question or a value", "a word is missing or repeated.");
    }
    next++;
    return counted(new Expression.Reference(token.text()));
  }

  private Optional<Expression.Literal> literal() {
    Token token = peek();
    Value value;
    if (token.kind() == Token.Kind.TEXT) {
      value = new Value.Text(token.text());
    } else if (token.kind() == Token.Kind.NUMBER) {
      value = token.amount();
    } else if (token.is("true") || token.is("false")) {
      value = Truth.of(token.is("true"));
    } else {
      return Optional.empty();
    }
    next++;
    return Optional.of(counted(new Expression.Literal(value)));
  }

  private <E extends Expression> E counted(E expression) {
    if (++parts > MOST_PARTS) {
      throw new ExpressionInvalid(
          peek().position(),
          "it has more than %d parts.".formatted(MOST_PARTS),
          "a shorter list is possible: stage in ('a', 'b').");
    }
    return expression;
  }

  private void deeper() {
    if (++depth > DEEPEST) {
      throw new ExpressionInvalid(
          peek().position(),
          "it is nested more than %d deep.".formatted(DEEPEST),
          "some parentheses or \"not\" can be removed.");
    }
  }

  private Token peek() {
    return tokens.get(next);
  }

  private boolean take(String expected) {
    boolean there = peek().is(expected);
    if (there) {
      next++;
    }
    return there;
  }

  private void expect(String expected) {
    if (!take(expected)) {
      throw unexpected("\"" + expected + "\"", "a parenthesis is missing.");
    }
  }

  private ExpressionInvalid unexpected(String wanted, String maybe) {
    Token found = peek();
    String said = found.kind() == Token.Kind.END ? "the end" : "\"" + found.text() + "\"";
    return new ExpressionInvalid(
        found.position(), "found %s instead of %s.".formatted(said, wanted), maybe);
  }
}
