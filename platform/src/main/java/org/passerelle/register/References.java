package org.passerelle.register;

import java.util.ArrayList;
import java.util.List;

/** Finds the references of an entry to others, in its fields and rows. */
public final class References {
  private References() {}

  /**
   * A reference.
   *
   * @param field field of the entry, or {@code field.inner} within rows
   * @param to {@code kind:id}
   */
  public record Reference(String field, String to) {}

  /**
   * All references, in the order of the fields. Countries count as references to entries of kind
   * country.
   */
  public static List<Reference> of(Entry entry) {
    List<Reference> found = new ArrayList<>();
    for (Field field : entry.kind().fields()) {
      add(entry, field, field.id(), found);
    }
    return found;
  }

  private static void add(Values values, Field field, String path, List<Reference> found) {
    switch (field.type()) {
      case REF -> addOne(values.text(field.id()), field, path, found);
      case REFS -> values.texts(field.id()).forEach(v -> addOne(v, field, path, found));
      case COUNTRY -> addCountry(values.text(field.id()), path, found);
      case COUNTRIES -> values.texts(field.id()).forEach(c -> addCountry(c, path, found));
      case ROWS -> {
        for (Values row : values.rows(field.id())) {
          field.fields().forEach(inner -> add(row, inner, path + "." + inner.id(), found));
        }
      }
      default -> {}
    }
  }

  private static void addOne(String value, Field field, String path, List<Reference> found) {
    if (!value.isEmpty()) {
      found.add(new Reference(path, field.reference(value)));
    }
  }

  private static void addCountry(String code, String path, List<Reference> found) {
    if (!code.isEmpty()) {
      found.add(new Reference(path, "country:" + code));
    }
  }
}
