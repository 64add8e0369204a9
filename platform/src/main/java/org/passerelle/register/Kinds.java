package org.passerelle.register;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.language.ResourceYaml;
import org.passerelle.language.Wording;

/**
 * The kinds of the register, read from {@code register/kinds/KIND.yaml}. Immutable; safe for
 * concurrent use.
 */
public final class Kinds {
  private static final Kinds SHIPPED = read();
  private final Map<String, Kind> byId;

  private Kinds(Map<String, Kind> byId) {
    this.byId = byId;
  }

  /** The packaged kinds. */
  public static Kinds shipped() {
    return SHIPPED;
  }

  /** All kinds, in the order of the index. */
  public List<Kind> all() {
    return List.copyOf(byId.values());
  }

  /** The kinds of a module. */
  public List<Kind> of(String room) {
    return all().stream().filter(kind -> kind.room().equals(room)).toList();
  }

  /** A kind. */
  public Optional<Kind> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  private static Kinds read() {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    Map<String, Object> index = ResourceYaml.read("register/kinds.yaml");
    List<Field> universal = fields(index.get("every-kind"));
    for (String id : ResourceYaml.texts(index.get("kinds"))) {
      kinds.put(id, kind(ResourceYaml.read("register/kinds/" + id + ".yaml"), universal));
    }
    return new Kinds(kinds);
  }

  private static Kind kind(Map<String, Object> entry, List<Field> universal) {
    List<Field> fields = new ArrayList<>(fields(entry.get("fields")));
    fields.addAll(universal);
    Set<Role> editors = new HashSet<>();
    for (String role : ResourceYaml.texts(entry.get("edited-by"))) {
      editors.add(Role.valueOf(role));
    }
    return new Kind(
        ResourceYaml.text(entry, "id"),
        ResourceYaml.text(entry, "room"),
        ResourceYaml.wording(entry.get("one")),
        ResourceYaml.wording(entry.get("many")),
        ResourceYaml.wording(entry.get("about")),
        ResourceYaml.text(entry, "named-by"),
        editors,
        ResourceYaml.texts(entry.get("columns")),
        fields);
  }

  private static List<Field> fields(@Nullable Object node) {
    return ResourceYaml.maps(node).stream().map(Kinds::field).toList();
  }

  private static Field field(Map<String, Object> entry) {
    Map<String, Wording> codes = new LinkedHashMap<>();
    ResourceYaml.map(entry.get("codes"))
        .forEach((code, word) -> codes.put(code, ResourceYaml.wording(word)));
    Object of = entry.get("of");
    return new Field(
        ResourceYaml.text(entry, "id"),
        Field.Type.valueOf(ResourceYaml.text(entry, "type").toUpperCase(Locale.ROOT)),
        Boolean.TRUE.equals(entry.get("needed")),
        ResourceYaml.wording(entry.get("label")),
        entry.containsKey("hint") ? ResourceYaml.wording(entry.get("hint")) : null,
        of instanceof List<?>
            ? ResourceYaml.texts(of)
            : of == null ? List.of() : List.of(of.toString()),
        codes,
        ResourceYaml.text(entry, "from"),
        fields(entry.get("fields")));
  }
}
