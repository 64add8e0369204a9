package org.passerelle.prosecute.request;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The sections and fields of a request. Those of a European Investigation Order follow annex A of
 * directive 2014/41/EU, in words of our own; the official form is filled from them. Plain and
 * immutable.
 *
 * @param sections in the order of the form
 */
public record RequestForm(List<Section> sections) {
  /** Most characters of a field. */
  public static final int MOST = 8000;

  /** The form of a European Investigation Order. */
  public static final RequestForm EIO =
      new RequestForm(
          List.of(
              section("a", needed("issuing", 1), needed("executing", 1)),
              section("b", may("urgent", 3), may("shorter", 1)),
              section("c", needed("measures", 8), may("execution", 3)),
              section("d", may("earlier", 3)),
              section("e", needed("persons", 5)),
              section("f", needed("proceedings", 2)),
              section("g", needed("facts", 8), needed("offence", 4), may("category", 2)),
              section("h", may("special", 6)),
              section("i", may("formalities", 4), may("attendance", 3)),
              section("j", may("remedies", 3)),
              section("k", needed("authority", 4), needed("contact", 3)),
              section("l", may("validated", 4))));

  /** The form of a letter rogatory. */
  public static final RequestForm ROGATORY =
      new RequestForm(
          List.of(
              section("parties", needed("issuing", 1), needed("executing", 1)),
              section("treaty", needed("instrument", 2)),
              section("case", needed("persons", 5), needed("facts", 8), needed("offence", 4)),
              section("asked", needed("measures", 8), may("formalities", 4)),
              section("course", may("urgent", 3), may("confidential", 2)),
              section("from", needed("authority", 4), needed("contact", 3))));

  public RequestForm {
    sections = List.copyOf(sections);
  }

  /**
   * A section.
   *
   * @param id letter of the annex, or a word
   */
  public record Section(String id, List<Field> fields) {
    public Section {
      fields = List.copyOf(fields);
    }
  }

  /**
   * A field.
   *
   * @param rows lines shown; 1 for a single line
   */
  public record Field(String id, boolean required, int rows) {}

  private static Section section(String id, Field... fields) {
    return new Section(id, List.of(fields));
  }

  private static Field needed(String id, int rows) {
    return new Field(id, true, rows);
  }

  private static Field may(String id, int rows) {
    return new Field(id, false, rows);
  }

  /** The form of a kind of request. */
  public static RequestForm of(String kind) {
    return kind.equals("eio") ? EIO : ROGATORY;
  }

  /** All fields in their order. */
  public Stream<Field> fields() {
    return sections.stream().flatMap(section -> section.fields().stream());
  }

  /** Required fields that are empty. */
  public List<String> missing(Map<String, String> values) {
    return fields()
        .filter(field -> field.required() && values.getOrDefault(field.id(), "").isBlank())
        .map(Field::id)
        .toList();
  }
}
