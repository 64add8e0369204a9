package org.passerelle.register;

import java.util.List;
import java.util.Map;
import org.passerelle.language.Wording;

/** A current register entry. Immutable. */
public final class Entry extends Values {
  private final Kind kind;
  private final String id;
  private final int revision;

  public Entry(Kind kind, String id, int revision, Map<String, Object> content) {
    super(content);
    this.kind = kind;
    this.id = id;
    this.revision = revision;
  }

  /** Its kind. */
  public Kind kind() {
    return kind;
  }

  /** Its stable identifier in the register: {@code gr-al-2006}. */
  public String id() {
    return id;
  }

  /** Number of revisions, from 1. */
  public int revision() {
    return revision;
  }

  /** {@code kind:id}. */
  public String reference() {
    return kind.id() + ":" + id;
  }

  /** Link to its page. */
  public String href() {
    return "/" + kind.room() + "/register/" + kind.id() + "/" + id;
  }

  /** Its name; the text of the last row if names are dated. */
  public Wording name() {
    Field field = kind.field(kind.namedBy()).orElseThrow();
    return switch (field.type()) {
      case WORDING, PROSE -> wording(field.id());
      case ROWS -> lastOf(rows(field.id()), field.fields());
      default -> everywhere(text(field.id()));
    };
  }

  private static Wording lastOf(List<Values> rows, List<Field> fields) {
    Field shown =
        fields.stream().filter(f -> f.type() == Field.Type.WORDING).findFirst().orElseThrow();
    return rows.isEmpty() ? everywhere("") : rows.get(rows.size() - 1).wording(shown.id());
  }

  /** A text that is the same in every language. */
  private static Wording everywhere(String text) {
    return new Wording(Map.of("en", text, "fr", text, "sr", text));
  }
}
