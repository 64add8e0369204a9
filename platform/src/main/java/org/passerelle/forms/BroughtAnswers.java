package org.passerelle.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Answers that were given elsewhere to a form of this house, read by the rule that reads a page.
 * What cannot be taken is not lost: it is told as it was said.
 *
 * @param answers that could be taken, also to questions that are hidden
 * @param notTaken the others, in the order of the form
 */
public record BroughtAnswers(Answers answers, List<NotTaken> notTaken) {
  private static final String NOT_ASKED = "forms.problem.not-asked";

  public BroughtAnswers {
    notTaken = List.copyOf(notTaken);
  }

  /**
   * An answer that could not be taken.
   *
   * @param question its identifier, which the form may not know
   * @param said as it was said; codes where it was chosen
   * @param evidence what was seen or heard, or empty
   * @param key of the sentence that says why
   * @param arguments of the sentence
   */
  public record NotTaken(
      String question, List<String> said, String evidence, String key, List<Object> arguments) {
    public NotTaken {
      said = List.copyOf(said);
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * Whether it is such a document at all, before anybody knows the form.
   *
   * @throws IllegalArgumentException if it is not
   */
  public static void check(JsonNode given) {
    sent(given);
  }

  /**
   * Reads them.
   *
   * @param form the version that was filled in
   * @param given by the question's identifier, each in the shape in which answers are kept: one of
   *     {@code text}, {@code number}, {@code day}, {@code edtf}, {@code code}, {@code codes},
   *     {@code not-known}; and {@code evidence} where there is some
   * @param today of whoever answered
   * @throws IllegalArgumentException if that is no such document
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

  /** As the fields of a page would be sent. */
  private static Map<String, List<String>> sent(JsonNode given) {
    if (!given.isObject()) {
      throw new IllegalArgumentException("Answers are an object by question.");
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

  /** As the fields of a page would hold it. */
  private static List<String> values(JsonNode answer) {
    if (!answer.isObject()) {
      throw new IllegalArgumentException("An answer is an object.");
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
      throw new IllegalArgumentException("What was answered is a text or a number.");
    }
    return value.asString();
  }
}
