package org.passerelle.forms.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ExpressionProperties {

  @Property
  void whatIsPrintedReadsBackToTheSame(@ForAll("expressions") Expression expression) {
    assertEquals(expression, Expression.parse(expression.toString()));
  }

  @Property
  void evaluationNeverThrows(
      @ForAll("expressions") Expression expression, @ForAll("answers") Map<String, Value> answers) {
    assertNotNull(expression.value(id -> answers.getOrDefault(id, Truth.UNKNOWN)));
  }

  @Property
  void readingGivesAnExpressionOrSaysWhere(@ForAll String text) {
    try {
      Expression.parse(text);
    } catch (ExpressionInvalid e) {
      assertNotNull(e.getMessage());
    }
  }

  /** Learning an answer may settle what was unknown, but never turns true into false. */
  @Property
  void knowingMoreNeverContradicts(
      @ForAll("withoutAnswered") Expression expression,
      @ForAll("answers") Map<String, Value> answers) {
    Truth before = expression.truth(id -> Truth.UNKNOWN);
    Truth after = expression.truth(id -> answers.getOrDefault(id, Truth.UNKNOWN));
    if (before != Truth.UNKNOWN) {
      assertEquals(before, after);
    }
  }

  @Property
  void kleenesLaws(@ForAll Truth a, @ForAll Truth b, @ForAll Truth c) {
    assertEquals(a.and(b), b.and(a));
    assertEquals(a.or(b), b.or(a));
    assertEquals(a.and(b.and(c)), a.and(b).and(c));
    assertEquals(a.or(b.or(c)), a.or(b).or(c));
    assertEquals(a.and(b).not(), a.not().or(b.not()));
    assertEquals(a.or(b).not(), a.not().and(b.not()));
    assertEquals(a.and(b.or(c)), a.and(b).or(a.and(c)));
    assertEquals(a, a.not().not());
    assertEquals(a, a.and(a.or(b)));
    assertEquals(Truth.FALSE, a.and(Truth.FALSE));
    assertEquals(Truth.TRUE, a.or(Truth.TRUE));
    assertEquals(a == Truth.UNKNOWN ? Truth.UNKNOWN : Truth.TRUE, a.or(a.not()));
  }

  @Provide
  Arbitrary<Expression> expressions() {
    return logical(true);
  }

  @Provide
  Arbitrary<Expression> withoutAnswered() {
    return logical(false);
  }

  @Provide
  Arbitrary<Map<String, Value>> answers() {
    return Arbitraries.maps(ids(), values()).ofMaxSize(4);
  }

  private static Arbitrary<Expression> logical(boolean answered) {
    return Arbitraries.lazyOf(
        () -> operand(),
        () -> operand(),
        () -> answered ? reference().map(Expression.Answered::new) : operand(),
        () ->
            Combinators.combine(operand(), Arbitraries.of(Comparator.class), operand())
                .as(Expression.Comparison::new),
        () ->
            Combinators.combine(operand(), literals().list().ofMinSize(1).ofMaxSize(4))
                .as(Expression.Among::new),
        () -> Combinators.combine(operand(), texts()).as(Expression.Contains::new),
        () -> logical(answered).map(Expression.Not::new),
        () -> Combinators.combine(logical(answered), logical(answered)).as(Expression.And::new),
        () -> Combinators.combine(logical(answered), logical(answered)).as(Expression.Or::new));
  }

  private static Arbitrary<Expression> operand() {
    return Arbitraries.oneOf(
        List.of(
            literals().map(literal -> literal),
            reference().map(reference -> reference),
            reference().map(Expression.Count::new)));
  }

  private static Arbitrary<Expression.Literal> literals() {
    return Arbitraries.oneOf(
        List.of(
            texts().map(text -> new Expression.Literal(new Value.Text(text))),
            numbers().map(number -> new Expression.Literal(new Value.Amount(number))),
            Arbitraries.of(Truth.TRUE, Truth.FALSE).map(Expression.Literal::new)));
  }

  private static Arbitrary<Expression.Reference> reference() {
    return ids().map(Expression.Reference::new);
  }

  private static Arbitrary<String> ids() {
    return Arbitraries.of("a", "b", "age_under_18", "prs_Birthdate", "notable", "android");
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("abЂ' ()=,")
        .ofMaxLength(8)
        .edgeCases(edges -> edges.add("'", "''", "2019-04-09"));
  }

  private static Arbitrary<BigDecimal> numbers() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("-99999"), new BigDecimal("99999"))
        .ofScale(3);
  }

  private static Arbitrary<Value> values() {
    return Arbitraries.oneOf(
        List.of(
            texts().map(Value.Text::new),
            numbers().map(Value.Amount::new),
            texts().set().ofMaxSize(3).map(Value.Codes::new),
            Arbitraries.of(Truth.UNKNOWN)));
  }
}
