package org.passerelle.register;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.access.Role;
import org.passerelle.language.Wording;

/**
 * A kind of entry: projects, agreements, events. Immutable.
 *
 * @param id {@code project}
 * @param room module: {@code partner} or {@code steer}
 * @param one singular label
 * @param many plural label
 * @param about description in a sentence
 * @param namedBy field that holds the name of an entry
 * @param editedBy roles that may change entries
 * @param columns fields shown in the list beside the name
 * @param fields in the order of the form, with the common fields at the end
 */
public record Kind(
    String id,
    String room,
    Wording one,
    Wording many,
    Wording about,
    String namedBy,
    Set<Role> editedBy,
    List<String> columns,
    List<Field> fields) {
  public Kind {
    editedBy = Set.copyOf(editedBy);
    columns = List.copyOf(columns);
    fields = List.copyOf(fields);
  }

  /** A field by its id. */
  public Optional<Field> field(String id) {
    return fields.stream().filter(f -> f.id().equals(id)).findFirst();
  }
}
