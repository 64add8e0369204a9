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
      case ENCODED -> new EncodedComparison(values);
      case LIST -> new ListComparison(values);
      case FULL_NAME -> new FullNameComparison(names);
      case PLACE, ADDRESS, TEXT, IGNORED -> new WordsComparison(values);
    };
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
