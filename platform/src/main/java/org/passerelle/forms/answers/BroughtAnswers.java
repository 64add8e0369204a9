package org.passerelle.forms.answers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.Question;
import tools.jackson.databind.JsonNode;

/**
 * Answers to one of this application's forms that were given elsewhere, validated by the same rules
 * as a page. Rejected ones are not lost: they are reported with their original text.
 *
 * @param answers accepted answers, including those to hidden questions
 * @param notTaken rejected answers, in the order of the form
 */
public record BroughtAnswers(Answers answers, List<NotTaken> notTaken) {
  private static final String NOT_ASKED = "forms.problem.not-asked";

  public BroughtAnswers {
    notTaken = List.copyOf(notTaken);
  }

  /**
   * A rejected answer.
   *
   * @param question id of the question, which the form may not have
   * @param said original text; codes where it was a choice
   * @param evidence observations, or empty
   * @param key key of the message that gives the reason
   * @param arguments arguments of the message
   */
  public record NotTaken(
      String question, List<String> said, String evidence, String key, List<Object> arguments) {
    public NotTaken {
      said = List.copyOf(said);
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * Checks the document's structure, before the form is known.
   *
   * @throws IllegalArgumentException if it is malformed
   */
  public static void check(JsonNode given) {
    sent(given);
  }

  /**
   * Validates the answers.
   *
   * @param form the version that was filled in
   * @param given by question id, each in its stored format: one of {@code text}, {@code number},
   *     {@code day}, {@code edtf}, {@code code}, {@code codes}, {@code not-known}; and optionally
   *     {@code evidence}
   * @param today date where they were given
   * @throws IllegalArgumentException if the document is malformed
   */
  public static BroughtAnswers read(FormDefinition form, JsonNode given, LocalDate today) {
    Map<String, List<String>> sent = sent(given);
    List<String> shown = sent.getOrDefault("shown", List.of());
    Typed typed = Typed.exact(form, Answers.NONE, sent, today);
    List<NotTaken> notTaken = new ArrayList<>();
    for (Question question : form.questions()) {
      if (shown.contains(question.id())) {
        left(question, typed).ifPresent(notTaken::add);
      }
    }
    shown.stream()
        .filter(id -> form.question(id).isEmpty())
        .sorted()
        .forEach(id -> notTaken.add(notTaken(id, typed, NOT_ASKED, List.of())));
    return new BroughtAnswers(typed.draft(), notTaken);
  }

  /** The answers as submitted form fields. */
  private static Map<String, List<String>> sent(JsonNode given) {
    if (!given.isObject()) {
      throw new IllegalArgumentException("Answers must be an object by question.");
    }
    Map<String, List<String>> sent = new HashMap<>();
    List<String> shown = new ArrayList<>();
    for (Map.Entry<String, JsonNode> one : given.properties()) {
      shown.add(one.getKey());
      sent.put(Typed.field(one.getKey()), values(one.getValue()));
      sent.put(Typed.evidence(one.getKey()), List.of(evidence(one.getValue())));
    }
    sent.put("shown", shown);
    return sent;
  }

  private static Optional<NotTaken> left(Question question, Typed typed) {
    Optional<InputProblem> problem =
        typed.problems().stream().filter(one -> one.question().equals(question.id())).findFirst();
    if (problem.isPresent()) {
      return Optional.of(
          notTaken(question.id(), typed, problem.get().key(), problem.get().arguments()));
    }
    boolean words =
        !question.evidence()
            && typed.values(Typed.evidence(question.id())).stream().anyMatch(e -> !e.isBlank());
    return words
        ? Optional.of(notTaken(question.id(), typed, NOT_ASKED, List.of()))
        : Optional.empty();
  }

  private static NotTaken notTaken(
      String question, Typed typed, String key, List<Object> arguments) {
    return new NotTaken(
        question,
        typed.values(Typed.field(question)),
        String.join("", typed.values(Typed.evidence(question))),
        key,
        arguments);
  }

  /** An answer as values of a form field. */
  private static List<String> values(JsonNode answer) {
    if (!answer.isObject()) {
      throw new IllegalArgumentException("An answer must be an object.");
    }
    for (String name : List.of("text", "number", "day", "edtf", "code")) {
      if (answer.has(name)) {
        return List.of(plain(answer.required(name)));
      }
    }
    JsonNode codes = answer.path("codes");
    if (codes.isArray()) {
      return codes.isEmpty()
          ? List.of(Typed.NONE)
          : codes.valueStream().map(BroughtAnswers::plain).toList();
    }
    return List.of(Typed.NOT_KNOWN);
  }

  private static String evidence(JsonNode answer) {
    return answer.has("evidence") ? plain(answer.required("evidence")) : "";
  }

  private static String plain(JsonNode value) {
    if (!value.isString() && !value.isNumber()) {
      throw new IllegalArgumentException("The value of an answer must be a text or a number.");
    }
    return value.asString();
  }
}
