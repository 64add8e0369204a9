package org.passerelle.register;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.access.Role;
import org.passerelle.language.Wording;

/**
 * A kind of entry: what the register knows of projects, of agreements, of events. Immutable.
 *
 * @param id {@code project}
 * @param room where it is kept: {@code partner} or {@code steer}
 * @param one the word for one of them
 * @param many the word for several
 * @param about what belongs here, in a sentence
 * @param namedBy field that is shown as the name of an entry
 * @param editedBy roles that may change entries
 * @param columns fields that the list shows beside the name
 * @param fields in the order of the form, those that every kind has at the end
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

  /** A field by its name. */
  public Optional<Field> field(String id) {
    return fields.stream().filter(f -> f.id().equals(id)).findFirst();
  }
}
