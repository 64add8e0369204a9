package org.passerelle.linkage.internal.comparison;

import java.util.List;
import org.passerelle.linkage.AttributeKind;

/**
 * One attribute of all records.
 *
 * @param label as a reader knows it: the column's name
 * @param codes by record, the number of its value or -1 for none
 * @param values the values, made comparable
 * @param shown the values as they were written
 * @param dates the values of a date of birth as they are compared; empty for everything else
 * @param names the values of a name; empty for everything else
 */
public record Trait(
    String label,
    AttributeKind kind,
    int[] codes,
    List<String> values,
    List<String> shown,
    List<PartialDate> dates,
    NameDictionary names) {

  /** What it tells: of an encoded attribute what its column says that it encodes. */
  public AttributeKind told() {
    return told(label, kind);
  }

  /** The same of a column. */
  public static AttributeKind told(String label, AttributeKind kind) {
    return kind == AttributeKind.ENCODED
        ? AttributeKind.of(label.replaceFirst("_\\d+$", "")).orElse(kind)
        : kind;
  }

  /** A comparison for one thread. */
  Comparison comparison() {
    return switch (kind) {
      case GIVEN_NAME, SURNAME -> new NameComparison(names);
      case BIRTH_DATE -> new DateComparison(dates);
      case SEX, NATIONALITY, REGION -> new EqualOrNear(values);
      case AGE -> new AgeComparison(values);
      case PHONE, POSTCODE, DOCUMENT, HOUSE_NUMBER -> new CodeComparison(values);
      case EMAIL -> new EmailComparison(values);
      case ENCODED -> encoded();
      case LIST -> new ListComparison(values);
      case FULL_NAME -> new FullNameComparison(names);
      case PLACE, ADDRESS, TEXT, IGNORED -> new WordsComparison(values);
    };
  }

  private Comparison encoded() {
    return switch (told()) {
      case GIVEN_NAME, SURNAME -> new EncodedNameComparison(values);
      case BIRTH_DATE -> new EncodedDateComparison(values);
      default -> new EncodedComparison(values);
    };
  }

  /** Whether its lowest level is a generation apart, and not any difference. */
  public boolean tellsGenerations() {
    return switch (kind) {
      case BIRTH_DATE, AGE -> true;
      case ENCODED ->
          told() == AttributeKind.BIRTH_DATE && EncodedDateComparison.areYearsAlone(values);
      default -> false;
    };
  }

  /** Whether it is a first name or a surname, encoded or not: the two share their values. */
  public boolean isPartOfName() {
    return isPartOfName(told());
  }

  /** Whether a kind is a first name or a surname. */
  public static boolean isPartOfName(AttributeKind kind) {
    return kind == AttributeKind.GIVEN_NAME || kind == AttributeKind.SURNAME;
  }

  /** The same as text, which means the same in every list. */
  public String conceptText(int code) {
    return names.concepts() > 0 ? names.conceptText(code) : values.get(code);
  }

  /** What a value counts as when its frequency is asked. */
  public int concept(int code) {
    return names.concepts() > 0 ? names.concept(code) : code;
  }
}
