package org.passerelle.register;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A snapshot of all register entries. Immutable; safe for concurrent use. */
public final class Facts {
  private final Map<String, Map<String, Entry>> byKind = new LinkedHashMap<>();
  private final Map<String, List<Entry>> referring = new LinkedHashMap<>();

  /** The entries, in the default order of lists. */
  public Facts(List<Entry> entries) {
    for (Entry entry : entries) {
      byKind
          .computeIfAbsent(entry.kind().id(), kind -> new LinkedHashMap<>())
          .put(entry.id(), entry);
    }
    for (Entry entry : entries) {
      References.of(entry).stream()
          .map(References.Reference::to)
          .distinct()
          .forEach(to -> referring.computeIfAbsent(to, t -> new ArrayList<>()).add(entry));
    }
  }

  /** The packaged facts with which every new installation begins. */
  public static Facts shipped() {
    return new Facts(ShippedFacts.of(Kinds.shipped(), kind -> true));
  }

  /** The entries of a kind. */
  public List<Entry> all(String kind) {
    return List.copyOf(byKind.getOrDefault(kind, Map.of()).values());
  }

  /** An entry. */
  public Optional<Entry> find(String kind, String id) {
    return Optional.ofNullable(byKind.getOrDefault(kind, Map.of()).get(id));
  }

  /** An unused identifier for the kind: the preferred one, otherwise with the next free number. */
  public String free(String kind, String wished) {
    String free = wished;
    for (int n = 2; find(kind, free).isPresent(); n++) {
      free = wished + "-" + n;
    }
    return free;
  }

  /** The entry of a reference {@code kind:id}. */
  public Optional<Entry> at(String reference) {
    int colon = reference.indexOf(':');
    return colon < 0
        ? Optional.empty()
        : find(reference.substring(0, colon), reference.substring(colon + 1));
  }

  /** The entry that a field refers to; empty if it is absent or unknown. */
  public Optional<Entry> ref(Values from, Field field) {
    String value = from.text(field.id());
    return value.isEmpty() ? Optional.empty() : at(field.reference(value));
  }

  /** The same for a field of the entry itself. */
  public Optional<Entry> ref(Entry from, String field) {
    return from.kind().field(field).flatMap(f -> ref(from, f));
  }

  /** The entries that a field with several references refers to. */
  public List<Entry> refs(Entry from, String field) {
    Field described = from.kind().field(field).orElseThrow();
    return from.texts(field).stream()
        .map(described::reference)
        .map(this::at)
        .flatMap(Optional::stream)
        .toList();
  }

  /** Entries that refer to this one, in any field. */
  public List<Entry> referringTo(Entry entry) {
    return Collections.unmodifiableList(referring.getOrDefault(entry.reference(), List.of()));
  }

  /** Entries of a kind that refer to this one. */
  public List<Entry> referringTo(Entry entry, String kind) {
    return referringTo(entry).stream().filter(e -> e.kind().id().equals(kind)).toList();
  }

  /** Number of entries. */
  public int size() {
    return byKind.values().stream().mapToInt(Map::size).sum();
  }

  /** Every entry. */
  public List<Entry> everything() {
    return byKind.values().stream().flatMap(entries -> entries.values().stream()).toList();
  }
}
