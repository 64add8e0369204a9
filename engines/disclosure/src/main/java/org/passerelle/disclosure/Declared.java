package org.passerelle.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A part of a declaration that knows its position, so that error messages can name it. */
final class Declared {
  private final String file;
  private final String path;
  private final Map<String, Object> fields = new LinkedHashMap<>();

  Declared(String file, String path, Object value) {
    this.file = file;
    this.path = path;
    if (!(value instanceof Map<?, ?> map)) {
      throw new BadRelease(
          "%s%s: fields with their values are expected, found %s."
              .formatted(file, path.isEmpty() ? "" : ", " + path, shown(value)));
    }
    map.forEach(
        (key, one) -> {
          if (one != null) {
            fields.put(String.valueOf(key), one);
          }
        });
  }

  /** Rejects unknown fields: a mistyped policy would protect nobody. */
  Declared only(Set<String> known) {
    for (String field : fields.keySet()) {
      if (!known.contains(field)) {
        throw new BadRelease(
            "%s, %s is unknown. Maybe one of %s."
                .formatted(file, at(field), String.join(", ", known.stream().sorted().toList())));
      }
    }
    return this;
  }

  Set<String> names() {
    return fields.keySet();
  }

  boolean has(String field) {
    return fields.containsKey(field);
  }

  Optional<Object> value(String field) {
    return Optional.ofNullable(fields.get(field));
  }

  Optional<Declared> part(String field) {
    return value(field).map(value -> new Declared(file, at(field), value));
  }

  Declared needed(String field) {
    return part(field).orElseThrow(() -> missing(field));
  }

  String text(String field) {
    return textIf(field).orElseThrow(() -> missing(field));
  }

  Optional<String> textIf(String field) {
    return value(field)
        .map(
            value -> {
              if (value instanceof Map || value instanceof Iterable) {
                throw wrong(field, "a text", value);
              }
              return String.valueOf(value);
            });
  }

  /** A text; empty if the value is not a text. */
  Optional<String> single(String field) {
    return value(field).filter(String.class::isInstance).map(String.class::cast);
  }

  List<Object> list(String field) {
    Object value = value(field).orElseThrow(() -> missing(field));
    if (!(value instanceof Iterable<?> list)) {
      throw wrong(field, "a list", value);
    }
    List<Object> all = new ArrayList<>();
    list.forEach(all::add);
    if (all.isEmpty() || all.contains(null)) {
      throw wrong(field, "a list without gaps", value);
    }
    return all;
  }

  int number(String field, int usual, int least, int most) {
    Object value = fields.get(field);
    if (value == null) {
      return usual;
    }
    if (!(value instanceof Integer number) || number < least || number > most) {
      throw wrong(field, "a whole number from %d to %d".formatted(least, most), value);
    }
    return number;
  }

  boolean flag(String field, boolean usual) {
    Object value = fields.get(field);
    if (value == null) {
      return usual;
    }
    if (!(value instanceof Boolean flag)) {
      throw wrong(field, "true or false", value);
    }
    return flag;
  }

  <E extends Enum<E>> E word(String field, Class<E> kinds, E usual) {
    Object value = fields.get(field);
    if (value == null) {
      return usual;
    }
    List<String> words = new ArrayList<>();
    for (E kind : kinds.getEnumConstants()) {
      String word = kind.name().toLowerCase(java.util.Locale.ROOT);
      if (word.equals(value)) {
        return kind;
      }
      words.add(word);
    }
    throw wrong(field, "one of " + String.join(", ", words), value);
  }

  BadRelease wrong(String field, String expected, Object found) {
    return new BadRelease(
        "%s, %s: %s is expected, found %s.".formatted(file, at(field), expected, shown(found)));
  }

  private BadRelease missing(String field) {
    return new BadRelease(
        "%s, %s is missing. Maybe see docs/disclosure.md, which lists the fields."
            .formatted(file, at(field)));
  }

  String at(String field) {
    return path.isEmpty() ? field : path + "." + field;
  }

  String file() {
    return file;
  }

  private static String shown(Object value) {
    String text = String.valueOf(value);
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
