package org.passerelle.register;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.passerelle.language.Language;
import org.passerelle.language.Wording;
import org.passerelle.refusal.Refused;

/**
 * Translates a cell into what the form of an entry sends: codes, countries and other entries may be
 * written as people call them, in any language. For a single check.
 */
final class CellValues {
  private static final Set<String> YES = Set.of("yes", "true", "1", "x", "oui", "да", "da");
  private static final Set<String> NO = Set.of("no", "false", "0", "non", "не", "ne");
  private static final Language LATIN = new Language("sr-Latn");
  private final Facts facts;
  private final Map<String, Map<String, Set<String>>> byName = new HashMap<>();

  CellValues(Facts facts) {
    this.facts = facts;
  }

  /**
   * The values.
   *
   * @throws Refused if one of them is none of the field's
   */
  List<String> of(Field field, String cell) {
    return switch (field.type()) {
      case CODE -> List.of(code(field, cell));
      case CODES -> several(cell).stream().map(one -> code(field, one)).toList();
      case COUNTRY -> List.of(country(cell));
      case COUNTRIES -> several(cell).stream().map(this::country).toList();
      case REF -> List.of(entry(field, cell));
      case REFS -> several(cell).stream().map(one -> entry(field, one)).toList();
      case FLAG -> List.of(flag(cell));
      default -> List.of(cell);
    };
  }

  private static List<String> several(String cell) {
    return Arrays.stream(cell.split("[;\n]", -1))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .toList();
  }

  private static String code(Field field, String cell) {
    if (field.codes().containsKey(cell)) {
      return cell;
    }
    return field.codes().entrySet().stream()
        .filter(code -> names(code.getValue()).contains(plain(cell)))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> none(cell));
  }

  private String country(String cell) {
    return facts
        .find("country", cell.toUpperCase(Locale.ROOT))
        .map(Entry::id)
        .orElseGet(() -> named("country", cell, cell));
  }

  private String entry(Field field, String cell) {
    for (String kind : field.of()) {
      if (facts.find(kind, cell).isPresent()) {
        return field.of().size() == 1 ? cell : kind + ":" + cell;
      }
    }
    if (field.of().size() > 1 && facts.at(cell).isPresent()) {
      return cell;
    }
    List<String> found = new ArrayList<>();
    for (String kind : field.of()) {
      Set<String> ids = names(kind).getOrDefault(plain(cell), Set.of());
      ids.forEach(id -> found.add(field.of().size() == 1 ? id : kind + ":" + id));
    }
    return only(found, cell);
  }

  private String named(String kind, String name, String cell) {
    return only(List.copyOf(names(kind).getOrDefault(plain(name), Set.of())), cell);
  }

  private static String only(List<String> found, String cell) {
    if (found.isEmpty()) {
      throw none(cell);
    }
    if (found.size() > 1) {
      throw new Refused(
          "register.rows.fault.several",
          EntryTable.shortened(cell),
          String.join(", ", found.subList(0, Math.min(3, found.size()))));
    }
    return found.get(0);
  }

  private static Refused none(String cell) {
    return new Refused("register.rows.fault.value", EntryTable.shortened(cell));
  }

  private Map<String, Set<String>> names(String kind) {
    return byName.computeIfAbsent(
        kind,
        k -> {
          Map<String, Set<String>> ids = new HashMap<>();
          for (Entry entry : facts.all(k)) {
            for (String name : names(entry.name())) {
              ids.computeIfAbsent(name, n -> new TreeSet<>()).add(entry.id());
            }
          }
          return ids;
        });
  }

  private static Set<String> names(Wording wording) {
    Set<String> names = new TreeSet<>();
    wording.byLanguage().values().forEach(text -> names.add(plain(text)));
    names.add(plain(wording.in(LATIN)));
    names.remove("");
    return names;
  }

  private static String flag(String cell) {
    String plain = plain(cell);
    if (!YES.contains(plain) && !NO.contains(plain)) {
      throw new Refused("register.rows.fault.flag", EntryTable.shortened(cell));
    }
    return YES.contains(plain) ? "yes" : "";
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
