package org.passerelle.forms;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.expression.Expression;
import org.passerelle.language.Wording;

/**
 * One question of a form.
 *
 * @param id stable and unique in the form: answers are stored under it
 * @param codes for choice and multi-choice only
 * @param showIf the question is shown only if this is true; absent means always
 * @param evidence whether "What did you see or hear?" is asked below
 * @param future whether a date may be after today
 * @param category decides on consent and on release field by field
 * @param reporting code under which the answer is counted; never on a text
 */
public record Question(
    String id,
    Type type,
    Wording label,
    @Nullable Wording hint,
    boolean required,
    @Nullable CodeList codes,
    @Nullable Expression showIf,
    boolean evidence,
    @Nullable BigDecimal min,
    @Nullable BigDecimal max,
    boolean future,
    Category category,
    @Nullable String reporting,
    @Nullable Mapping mapsTo) {

  /** Type of answer. */
  public enum Type {
    TEXT,
    LONG_TEXT,
    NUMBER,
    DATE,
    PARTIAL_DATE,
    CHOICE,
    MULTI_CHOICE,
    YES_NO_UNKNOWN,
    PERSON;

    /** Whether the answer is free text, which is never projected into clear columns. */
    public boolean isWriting() {
      return this == TEXT || this == LONG_TEXT || this == PERSON;
    }

    /** Whether it needs codes. */
    public boolean hasCodes() {
      return this == CHOICE || this == MULTI_CHOICE;
    }
  }

  /** Categories of data for which consent is given separately. */
  public enum Category {
    IDENTITY,
    CONTACT,
    LOCATION,
    HEALTH,
    NARRATIVE,
    FILE,
    CASE
  }

  /** The field of a published standard to which the question corresponds. */
  public record Mapping(String standard, String field) {}

  /** The codes to choose from; empty for questions without codes. */
  public List<Code> options() {
    return codes == null ? List.of() : codes.codes();
  }

  /** The entry of a code; empty for questions without codes and for unknown codes. */
  public Optional<Code> code(String code) {
    return codes == null ? Optional.empty() : codes.find(code);
  }

  /** Whether the codes are shown as a drop-down list, sorted by language. */
  public boolean isLongList() {
    return codes != null && codes.codes().size() > CodeList.LONG;
  }
}
