package org.passerelle.forms.answers;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.Question;
import org.passerelle.language.Texts;
import org.passerelle.pages.FieldNames;
import org.springframework.stereotype.Component;

/** Names form fields after their questions, and codes after their labels. */
@Component
class QuestionNames implements FieldNames {
  private static final List<String> BEGINNINGS = List.of(Typed.field(""), Typed.evidence(""));
  private final FormDefinitions definitions;

  QuestionNames(FormDefinitions definitions) {
    this.definitions = definitions;
  }

  @Override
  public Optional<String> name(String action, String field, Texts texts) {
    return questions(field).findFirst().map(one -> one.label().in(texts.language()));
  }

  @Override
  public Optional<String> said(String field, String value, Texts texts) {
    if (!field.startsWith(Typed.field(""))) {
      return Optional.empty();
    }
    return switch (value) {
      case Typed.NOT_KNOWN -> Optional.of(texts.text("forms.not-known"));
      case Typed.NONE -> Optional.of(texts.text("forms.none-of-these"));
      default -> inWords(field, value, texts);
    };
  }

  private Optional<String> inWords(String field, String value, Texts texts) {
    return questions(field)
        .map(
            question ->
                question.type() == Question.Type.YES_NO_UNKNOWN
                    ? texts.text("forms." + value)
                    : question
                        .code(value)
                        .map(code -> code.label().in(texts.language()))
                        .orElse(null))
        .filter(Objects::nonNull)
        .findFirst();
  }

  private Stream<Question> questions(String field) {
    String id =
        BEGINNINGS.stream()
            .filter(field::startsWith)
            .findFirst()
            .map(beginning -> field.substring(beginning.length()))
            .orElse("");
    return definitions.all().stream().flatMap(form -> form.question(id).stream());
  }
}
