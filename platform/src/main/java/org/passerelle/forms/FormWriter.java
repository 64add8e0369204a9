package org.passerelle.forms;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.passerelle.language.Wording;

/** Writes a definition in the usual style: known keys in their order, short parts on one line. */
final class FormWriter {
  private static final List<String> ORDER =
      List.of(
          "form",
          "version",
          "kind",
          "id",
          "type",
          "code",
          "standard",
          "field",
          "title",
          "label",
          "licence",
          "about",
          "hint",
          "why",
          "audience",
          "include",
          "ends-with",
          "source",
          "verification",
          "state",
          "note",
          "banner",
          "scoring",
          "lists",
          "strength",
          "retired",
          "element",
          "dimension",
          "required",
          "list",
          "codes",
          "show-if",
          "evidence",
          "min",
          "max",
          "future",
          "category",
          "reporting",
          "maps-to",
          "sections",
          "questions");
  private static final int LINE = 400;
  private final StringBuilder text = new StringBuilder();

  String write(Piece form) {
    entries(form, "");
    return text.toString();
  }

  private void entries(Piece piece, String indent) {
    for (Map.Entry<String, Object> entry : sorted(piece)) {
      text.append(indent);
      entry(entry, indent);
    }
  }

  private void entry(Map.Entry<String, Object> entry, String indent) {
    String key = entry.getKey();
    Object value = entry.getValue();
    text.append(scalar(key)).append(':');
    String line = line(key, value);
    if (isShort(value) && line.length() <= LINE) {
      text.append(' ').append(line).append('\n');
    } else if (value instanceof Piece piece) {
      text.append('\n');
      entries(piece, indent + "  ");
    } else if (value instanceof List<?> list) {
      text.append('\n');
      list.forEach(item -> item(key, item, indent + "  "));
    } else {
      text.append(' ').append(line).append('\n');
    }
  }

  private void item(String key, Object item, String indent) {
    text.append(indent).append("- ");
    String line = line(key, item);
    if (!(item instanceof Piece piece) || piece.entries().isEmpty()) {
      text.append(line).append('\n');
    } else if (piece.has("code") && line.length() <= 2 * LINE) {
      text.append(line).append('\n');
    } else {
      List<Map.Entry<String, Object>> entries = sorted(piece);
      entry(entries.get(0), indent + "  ");
      for (Map.Entry<String, Object> entry : entries.subList(1, entries.size())) {
        text.append(indent).append("  ");
        entry(entry, indent + "  ");
      }
    }
  }

  /** Texts in several languages and lists of names are written on one line. */
  private static boolean isShort(Object value) {
    if (value instanceof Piece piece) {
      return piece.entries().values().stream().allMatch(String.class::isInstance)
          && (piece.entries().isEmpty()
              || piece.entries().keySet().stream().allMatch(Wording.LANGUAGES::contains));
    }
    return !(value instanceof List<?> list) || list.stream().allMatch(String.class::isInstance);
  }

  private static String line(String key, Object value) {
    if (value instanceof Piece piece) {
      return sorted(piece).stream()
          .map(entry -> scalar(entry.getKey()) + ": " + line(entry.getKey(), entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(item -> line("", item)).collect(Collectors.joining(", ", "[", "]"));
    }
    String said = String.valueOf(value);
    return Wording.LANGUAGES.contains(key) ? quoted(said) : scalar(said);
  }

  private static List<Map.Entry<String, Object>> sorted(Piece piece) {
    return piece.entries().entrySet().stream()
        .sorted(Comparator.comparing(entry -> place(entry.getKey())))
        .toList();
  }

  private static int place(String key) {
    int place = ORDER.indexOf(key);
    return place < 0 ? ORDER.size() : place;
  }

  private static String scalar(String said) {
    boolean word = said.matches("[A-Za-z][A-Za-z0-9_-]*");
    boolean special = said.toLowerCase(Locale.ROOT).matches("y|n|yes|no|on|off|null|~");
    boolean plain = (word && !special) || said.matches("0|[1-9][0-9]{0,11}");
    return plain ? said : quoted(said);
  }

  private static String quoted(String said) {
    StringBuilder quoted = new StringBuilder("\"");
    said.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                  if (point < ' ' || (point >= 0x7f && point <= 0xa0) || isHidden(point)) {
                    quoted.append("\\u%04x".formatted(point));
                  } else {
                    quoted.appendCodePoint(point);
                  }
                }
              }
            });
    return quoted.append('"').toString();
  }

  /** Characters that an editor does not show, or that YAML reads as the end of a line. */
  private static boolean isHidden(int point) {
    return point == 0x2028 || point == 0x2029 || point == 0xfeff || point == 0x202f;
  }
}
