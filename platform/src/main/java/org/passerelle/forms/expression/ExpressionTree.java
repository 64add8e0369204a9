package org.passerelle.forms.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes an expression as a tree of lists, texts and truth values, for programs that evaluate it
 * without parsing its text: {@code ["and", ["=", ["answer", "c"], ["text", "yes"]], ["answered",
 * "n"]]}. The heads are {@code and}, {@code or}, {@code not}, the six comparison operators, {@code
 * in}, {@code contains}, {@code answered}, {@code count}, {@code answer}, {@code text}, {@code
 * number} (as text, since a program may round numbers), {@code true} and {@code false}.
 */
public final class ExpressionTree {
  private ExpressionTree() {}

  /** The tree. */
  public static List<Object> of(Expression expression) {
    if (expression instanceof Expression.And and) {
      return List.of("and", of(and.left()), of(and.right()));
    }
    if (expression instanceof Expression.Or or) {
      return List.of("or", of(or.left()), of(or.right()));
    }
    if (expression instanceof Expression.Not not) {
      return List.of("not", of(not.inner()));
    }
    if (expression instanceof Expression.Comparison comparison) {
      return List.of(comparison.comparator().sign(), of(comparison.left()), of(comparison.right()));
    }
    if (expression instanceof Expression.Among among) {
      List<Object> tree = new ArrayList<>(List.of("in", of(among.operand())));
      among.literals().forEach(literal -> tree.add(of(literal)));
      return List.copyOf(tree);
    }
    if (expression instanceof Expression.Contains contains) {
      return List.of("contains", of(contains.operand()), contains.code());
    }
    if (expression instanceof Expression.Answered answered) {
      return List.of("answered", answered.of().question());
    }
    if (expression instanceof Expression.Count count) {
      return List.of("count", count.of().question());
    }
    if (expression instanceof Expression.Reference reference) {
      return List.of("answer", reference.question());
    }
    return literal(((Expression.Literal) expression).literal());
  }

  private static List<Object> literal(Value value) {
    if (value instanceof Value.Text text) {
      return List.of("text", text.text());
    }
    if (value instanceof Value.Amount amount) {
      return List.of("number", amount.number().toPlainString());
    }
    return List.of(value == Truth.TRUE ? "true" : "false");
  }
}
