package org.passerelle.protect.casework.screening;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.passerelle.forms.Answer;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.answers.Answers;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Answers of screenings for tests. */
final class Given {
  private Given() {}

  static FormDefinition form(String form) {
    return HouseForms.ALL.current(form).orElseThrow();
  }

  static FormDefinition version(String form, int version) {
    return HouseForms.ALL.version(form, version).orElseThrow();
  }

  static Answers nothing() {
    return Answers.NONE;
  }

  /** The names of all screening sets. */
  static List<String> screenings() {
    return HouseForms.ALL.all().stream()
        .filter(form -> form.kind() == FormDefinition.Kind.SCREENING)
        .map(FormDefinition::form)
        .distinct()
        .toList();
  }

  static Answers ticked(Answers answers, String question, String... codes) {
    return answers.with(question, Answer.of(new Answer.ChosenAll(List.of(codes))));
  }

  static Answers chosen(Answers answers, String question, String code) {
    return answers.with(question, Answer.of(new Answer.Chosen(code)));
  }

  static Answers notKnown(Answers answers, String question) {
    return answers.with(question, Answer.of(new Answer.NotKnown()));
  }

  static Answers number(Answers answers, String question, int number) {
    return answers.with(question, Answer.of(new Answer.Amount(BigDecimal.valueOf(number))));
  }

  private static final class HouseForms {
    static final FormDefinitions ALL = read();

    private static FormDefinitions read() {
      try {
        Map<String, String> files = new HashMap<>();
        for (var file :
            new PathMatchingResourcePatternResolver().getResources("classpath:forms/*.yaml")) {
          files.put(
              Objects.requireNonNull(file.getFilename()),
              file.getContentAsString(StandardCharsets.UTF_8));
        }
        return FormDefinitions.read(files);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
