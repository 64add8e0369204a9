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
 * @param id stable and unique in the form: answers are kept under it
 * @param codes for choice and multi-choice only
 * @param showIf asked only where this is true; absent means always
 * @param evidence whether "What did you see or hear?" is asked below
 * @param future whether a date may lie after today
 * @param category what consent and field-by-field release go by
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

  /** What kind of answer is given. */
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

    /** Whether the answer is free writing, which is never projected into clear columns. */
    public boolean isWriting() {
      return this == TEXT || this == LONG_TEXT || this == PERSON;
    }

    /** Whether codes are to be given. */
    public boolean hasCodes() {
      return this == CHOICE || this == MULTI_CHOICE;
    }
  }

  /** What consent is given for, category by category. */
  public enum Category {
    IDENTITY,
    CONTACT,
    LOCATION,
    HEALTH,
    NARRATIVE,
    FILE,
    CASE
  }

  /** The field of a published standard that the question stands for. */
  public record Mapping(String standard, String field) {}

  /** The codes to choose from; none for questions without codes. */
  public List<Code> options() {
    return codes == null ? List.of() : codes.codes();
  }

  /** The entry of a code, absent for questions without codes and for unknown codes. */
  public Optional<Code> code(String code) {
    return codes == null ? Optional.empty() : codes.find(code);
  }

  /** Whether the codes are shown as a list to choose from and sorted by language. */
  public boolean isLongList() {
    return codes != null && codes.codes().size() > CodeList.LONG;
  }
}
