package org.passerelle.linkage.internal;

import java.util.List;
import org.passerelle.linkage.AttributeKind;

/**
 * One attribute of all records.
 *
 * @param label as a reader knows it: the column's name
 * @param codes by record, the number of its value or -1 for none
 * @param values the values, made comparable
 * @param shown the values as they were written
 * @param dates the values of a date of birth; empty for everything else
 */
public record Trait(
    String label,
    AttributeKind kind,
    int[] codes,
    List<String> values,
    List<String> shown,
    List<PartialDate> dates) {

  /** A comparison for one thread. */
  Comparison comparison(WordLevels words) {
    return switch (kind) {
      case GIVEN_NAME, SURNAME -> new NameComparison(values, words);
      case BIRTH_DATE -> new DateComparison(dates);
      case SEX, NATIONALITY, REGION -> new EqualOrNear(values);
      case AGE -> new AgeComparison(values);
      case PHONE, POSTCODE, DOCUMENT, HOUSE_NUMBER -> new CodeComparison(values);
      case EMAIL -> new EmailComparison(values);
      case LIST -> new ListComparison(values);
      case FULL_NAME -> new FullNameComparison(values, words);
      case PLACE, ADDRESS, TEXT, IGNORED -> new WordsComparison(values);
    };
  }
}
