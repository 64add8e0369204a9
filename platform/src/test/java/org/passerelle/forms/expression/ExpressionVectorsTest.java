package org.passerelle.forms.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The vectors that every implementation of the language gives. */
class ExpressionVectorsTest {

  @TestFactory
  Stream<DynamicTest> vectors() throws Exception {
    JsonNode file;
    try (InputStream in = getClass().getResourceAsStream("/forms/expression-vectors.json")) {
      file = new JsonMapper().readTree(in);
    }
    Map<String, Value> answers = new HashMap<>();
    file.required("answers")
        .properties()
        .forEach(answer -> answers.put(answer.getKey(), value(answer.getValue())));
    assertTrue(file.required("vectors").size() >= 80);
    return file.required("vectors")
        .valueStream()
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    "«" + vector.required("expression").asString() + "»",
                    () -> check(vector, answers)));
  }

  private static void check(JsonNode vector, Map<String, Value> answers) {
    String text = vector.required("expression").asString();
    if (vector.has("error")) {
      ExpressionInvalid invalid =
          assertThrows(ExpressionInvalid.class, () -> Expression.parse(text));
      assertTrue(invalid.toString().contains("Maybe "), invalid.getMessage());
      if (vector.required("error").isNumber()) {
        assertEquals(vector.required("error").asInt(), invalid.position(), invalid.getMessage());
      }
      return;
    }
    Expression expression = Expression.parse(text);
    assertEquals(
        vector.required("result").asString(),
        expression
            .truth(id -> answers.getOrDefault(id, Truth.UNKNOWN))
            .name()
            .toLowerCase(Locale.ROOT));
    if (vector.has("canonical")) {
      assertEquals(vector.required("canonical").asString(), expression.toString());
    }
    assertEquals(expression, Expression.parse(expression.toString()));
  }

  private static Value value(JsonNode answer) {
    if (answer.has("number")) {
      return new Value.Amount(new BigDecimal(answer.required("number").asString()));
    }
    if (answer.has("text")) {
      return new Value.Text(answer.required("text").asString());
    }
    Set<String> codes = new LinkedHashSet<>();
    answer.required("codes").forEach(code -> codes.add(code.asString()));
    return new Value.Codes(codes);
  }
}
