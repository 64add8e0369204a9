package org.passerelle.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A field of a form as it stands on a page.
 *
 * @param type of the input, or {@code textarea} or {@code select}
 * @param offered values that can be chosen, or the one that it has
 */
record FormField(String type, String name, List<String> offered) {
  private static final Pattern FIELD =
      Pattern.compile(
          "<input\\b([^>]*)>|<textarea\\b([^>]*)>|<select\\b([^>]*)>(.*?)</select>",
          Pattern.DOTALL);
  private static final Pattern OPTION = Pattern.compile("<option\\b([^>]*)>");

  /** The fields of a form, by name. */
  static Map<String, FormField> of(String form) {
    Map<String, FormField> all = new LinkedHashMap<>();
    Matcher found = FIELD.matcher(form);
    while (found.find()) {
      if (found.group(1) != null) {
        Map<String, String> input = FormsFilledIn.attributes(found.group(1));
        put(
            all,
            input.getOrDefault("type", "text"),
            input.getOrDefault("name", ""),
            input.getOrDefault("value", input.containsKey("checked") ? "on" : ""));
      } else if (found.group(2) != null) {
        put(all, "textarea", FormsFilledIn.attributes(found.group(2)).getOrDefault("name", ""), "");
      } else {
        String name = FormsFilledIn.attributes(found.group(3)).getOrDefault("name", "");
        Matcher options = OPTION.matcher(found.group(4));
        while (options.find()) {
          put(
              all,
              "select",
              name,
              FormsFilledIn.attributes(options.group(1)).getOrDefault("value", ""));
        }
      }
    }
    return all;
  }

  private static void put(Map<String, FormField> all, String type, String name, String value) {
    if (!name.isEmpty() && !List.of("_csrf", "_once", "_form").contains(name)) {
      List<String> offered = new ArrayList<>();
      if (all.containsKey(name)) {
        offered.addAll(all.get(name).offered);
      }
      offered.add(value);
      all.put(name, new FormField(type, name, offered));
    }
  }

  /**
   * What is entered.
   *
   * @param failed how often something of it was refused
   */
  List<String> values(int failed, LocalDate today, Supplier<String> word) {
    return switch (type) {
      case "hidden" -> offered;
      case "checkbox" -> failed % 2 == 0 ? offered : List.of();
      case "select", "radio" -> {
        List<String> real = offered.stream().filter(value -> !value.isEmpty()).toList();
        yield real.isEmpty() ? List.of("") : List.of(real.get(failed % real.size()));
      }
      case "date" -> List.of(today.plusDays(List.of(0, -1, 3, 40).get(failed % 4)).toString());
      case "time" -> List.of("10:00");
      case "datetime-local" -> List.of(today.plusDays(3) + "T10:00");
      case "number" -> List.of(Integer.toString(failed + 1));
      default ->
          switch (failed) {
            case 0 -> List.of(word.get());
            case 1 -> List.of("1987-06-05");
            case 2 -> List.of("12");
            default -> List.of("");
          };
    };
  }
}
