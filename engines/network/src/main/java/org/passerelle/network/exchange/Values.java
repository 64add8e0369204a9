package org.passerelle.network.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Joins several values of an attribute with vertical bars; bars within values are escaped. */
final class Values {
  private Values() {}

  static String joined(List<String> values) {
    return values.stream()
        .map(value -> value.replace("\\", "\\\\").replace("|", "\\|"))
        .collect(Collectors.joining("|"));
  }

  static List<String> parted(String text) {
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        value.append(text.charAt(++i));
      } else if (c == '|') {
        values.add(value.toString());
        value.setLength(0);
      } else {
        value.append(c);
      }
    }
    values.add(value.toString());
    return values;
  }
}
