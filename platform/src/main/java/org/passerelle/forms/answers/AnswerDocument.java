package org.passerelle.forms.answers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.Answer;
import org.passerelle.language.PartialDate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sealed document of one submission: form, version, digest of the definition, and the answers
 * by stable id. Serialisation is deterministic: the same answers give the same text.
 */
record AnswerDocument(String form, int version, String digest, Answers answers) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  String json() {
    Map<String, Object> all = new TreeMap<>();
    answers.byQuestion().forEach((id, answer) -> all.put(id, content(answer)));
    Map<String, Object> document = new TreeMap<>();
    document.put("answers", all);
    document.put("digest", digest);
    document.put("form", form);
    document.put("version", version);
    return JSON.writeValueAsString(document);
  }

  private static Map<String, Object> content(Answer answer) {
    Map<String, Object> fields = new TreeMap<>();
    Answer.Content content = answer.content();
    if (content instanceof Answer.Writing writing) {
      fields.put("text", writing.text());
    } else if (content instanceof Answer.Amount amount) {
      fields.put("number", amount.number().toPlainString());
    } else if (content instanceof Answer.Day day) {
      fields.put("day", day.day().toString());
    } else if (content instanceof Answer.Partly partly) {
      fields.put("edtf", partly.date().edtf());
    } else if (content instanceof Answer.Chosen chosen) {
      fields.put("code", chosen.code());
    } else if (content instanceof Answer.ChosenAll all) {
      fields.put("codes", all.codes());
    } else {
      fields.put("not-known", true);
    }
    if (answer.evidence() != null) {
      fields.put("evidence", answer.evidence());
    }
    return fields;
  }

  /**
   * Reads a document written by {@link #json}.
   *
   * @throws IllegalStateException if it is not one
   */
  static AnswerDocument read(String json) {
    try {
      JsonNode document = JSON.readTree(json);
      Map<String, Answer> answers = new TreeMap<>();
      document
          .required("answers")
          .properties()
          .forEach(entry -> answers.put(entry.getKey(), answer(entry.getValue())));
      return new AnswerDocument(
          document.required("form").asString(),
          document.required("version").asInt(),
          document.required("digest").asString(),
          new Answers(answers));
    } catch (JacksonException e) {
      throw new IllegalStateException(
          "A submission of %d characters is not a valid document of answers.%nMaybe a newer version wrote it."
              .formatted(json.length()),
          e);
    }
  }

  private static Answer answer(JsonNode fields) {
    return new Answer(
        content(fields), fields.has("evidence") ? fields.required("evidence").asString() : null);
  }

  private static Answer.Content content(JsonNode fields) {
    String text = text(fields, "text");
    if (text != null) {
      return new Answer.Writing(text);
    }
    String number = text(fields, "number");
    if (number != null) {
      return new Answer.Amount(new BigDecimal(number));
    }
    String day = text(fields, "day");
    if (day != null) {
      return new Answer.Day(LocalDate.parse(day));
    }
    String edtf = text(fields, "edtf");
    if (edtf != null) {
      return new Answer.Partly(PartialDate.parse(edtf));
    }
    String code = text(fields, "code");
    if (code != null) {
      return new Answer.Chosen(code);
    }
    if (fields.has("codes")) {
      List<String> codes = fields.required("codes").valueStream().map(JsonNode::asString).toList();
      return new Answer.ChosenAll(codes);
    }
    return new Answer.NotKnown();
  }

  private static @Nullable String text(JsonNode fields, String name) {
    return fields.has(name) ? fields.required(name).asString() : null;
  }
}
