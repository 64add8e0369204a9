package org.passerelle.forms.answers;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.Answer;
import org.passerelle.forms.Code;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.Question;
import org.passerelle.pages.Page;

/**
 * An answer in the form in which it is sent to another node: form, version, question and codes,
 * such as {@code screening-short:2:danger_now=yes}, so that each reader sees it in their language.
 * Free text has no such form.
 */
public final class ToldAnswer {
  private static final Pattern TOLD =
      Pattern.compile("([a-z0-9-]{1,60}):([0-9]{1,6}):([a-z0-9_]{1,60})=(.{0,400})");
  private static final String NONE = "-";

  private ToldAnswer() {}

  /** The form of an answer to send; empty if it is unknown or free text. */
  public static Optional<String> of(FormDefinition form, String question, Answer answer) {
    String codes = codes(answer.content());
    return codes == null
        ? Optional.empty()
        : Optional.of(form.form() + ":" + form.version() + ":" + question + "=" + codes);
  }

  private static @Nullable String codes(Answer.Content content) {
    if (content instanceof Answer.Chosen one) {
      return one.code();
    }
    if (content instanceof Answer.ChosenAll all) {
      return all.codes().isEmpty() ? NONE : String.join(" ", all.codes());
    }
    if (content instanceof Answer.Amount amount) {
      return amount.number().toPlainString();
    }
    return content instanceof Answer.Day day ? day.day().toString() : null;
  }

  /** The label of a code in the reader's language. */
  public interface Labels {
    String of(String list, Code code);
  }

  /**
   * An answer in words.
   *
   * @param question empty if it refers to no form that is known here
   * @param english whether the answer has no label in the reader's language; questions never have
   *     one in languages that exist only for letterboxes
   */
  public record Said(String question, String answer, boolean english) {
    /** Both on one line. */
    public String line() {
      return question.isEmpty() ? answer : question + " " + answer;
    }
  }

  /** In the reader's language; unchanged if there is no such question here. */
  public static Said inWords(String told, FormDefinitions forms, Labels labels, Page page) {
    Matcher parts = TOLD.matcher(told);
    if (!parts.matches()) {
      return new Said("", told, true);
    }
    String form = parts.group(1);
    String id = parts.group(3);
    return forms
        .version(form, Integer.parseInt(parts.group(2)))
        .flatMap(one -> one.question(id))
        .or(() -> forms.current(form).flatMap(one -> one.question(id)))
        .map(question -> inWords(question, parts.group(4), labels, page))
        .orElse(new Said(id + ":", parts.group(4), true));
  }

  private static Said inWords(Question question, String codes, Labels labels, Page page) {
    String label = question.label().in(page.language());
    Optional<Answer.Content> content = content(question, codes);
    if (content.isEmpty()) {
      return new Said(label, codes, true);
    }
    List<Code> chosen = chosen(question, content.get());
    if (chosen.isEmpty()) {
      AnsweredView.Line line = new AnswerWords(page, question).line(Answer.of(content.get()));
      return new Said(label, String.join(", ", line.values()), false);
    }
    String list = Objects.requireNonNull(question.codes()).name();
    List<String> words = chosen.stream().map(code -> labels.of(list, code)).toList();
    boolean english =
        !page.language().isOfHouse()
            && chosen.stream().anyMatch(c -> words.contains(c.label().in(page.language())));
    return new Said(label, String.join(", ", words), english);
  }

  /** The selected codes that are known here, in the order of their list. */
  private static List<Code> chosen(Question question, Answer.Content content) {
    List<String> codes =
        content instanceof Answer.Chosen one
            ? List.of(one.code())
            : content instanceof Answer.ChosenAll all ? List.copyOf(all.codes()) : List.of();
    return question.options().stream().filter(code -> codes.contains(code.code())).toList();
  }

  private static Optional<Answer.Content> content(Question question, String codes) {
    try {
      return switch (question.type()) {
        case CHOICE, YES_NO_UNKNOWN -> Optional.of(new Answer.Chosen(codes));
        case MULTI_CHOICE ->
            Optional.of(
                new Answer.ChosenAll(
                    codes.equals(NONE) ? List.of() : Arrays.asList(codes.split(" ", -1))));
        case NUMBER -> Optional.of(new Answer.Amount(new BigDecimal(codes)));
        case DATE -> Optional.of(new Answer.Day(LocalDate.parse(codes)));
        default -> Optional.empty();
      };
    } catch (NumberFormatException | DateTimeException notOfItsKind) {
      return Optional.empty();
    }
  }
}
