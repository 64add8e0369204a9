package org.passerelle.pages;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.passerelle.PublicProcess;
import org.passerelle.language.Moments;
import org.passerelle.language.Texts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Describes input in words, for a page that shows it without its form. */
@Component
@PublicProcess
public class TypedWords {
  private final ObjectProvider<FieldNames> names;
  private final Clock clock;

  TypedWords(ObjectProvider<FieldNames> names, Clock clock) {
    this.names = names;
    this.clock = clock;
  }

  /**
   * Whether a field holds a secret that is never stored or shown: a password, or a code of a second
   * factor.
   */
  static boolean isSecret(String field) {
    return field.toLowerCase(Locale.ROOT).contains("password") || field.equals("code");
  }

  /**
   * Every value, in the order of its fields.
   *
   * @param action address of the form
   */
  List<Shown> of(String action, Map<String, List<String>> fields, Texts texts) {
    Moments moments = new Moments(texts, ZoneOffset.UTC, clock);
    List<Shown> shown = new ArrayList<>();
    fields.forEach(
        (field, values) -> {
          String name =
              names.stream()
                  .flatMap(one -> one.name(action, field, texts).stream())
                  .findFirst()
                  .orElse("");
          for (String value : values) {
            String said =
                names.stream()
                    .flatMap(one -> one.said(field, value, texts).stream())
                    .findFirst()
                    .orElseGet(() -> moments.typed(value));
            shown.add(new Shown(field, name, value, said));
          }
        });
    return shown;
  }

  /**
   * One value.
   *
   * @param name label of the field, or empty
   * @param said the value in words
   */
  public record Shown(String field, String name, String value, String said) {
    /** Submitted values of choices: a code or an identifier, meaningless to users. */
    private static final Pattern CHOICE =
        Pattern.compile("[a-z][a-z0-9_-]{0,39}|[A-Z]{2,3}|[0-9a-f-]{36}");

    /** Whether a user can tell what it is: it has a label, or is free text. */
    public boolean readable() {
      return !name.isEmpty() || !(value.isBlank() || CHOICE.matcher(value).matches());
    }
  }
}
