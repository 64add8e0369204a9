package org.passerelle.house.warming;

import java.util.HashMap;
import java.util.Map;

/**
 * A page that the house asks itself for.
 *
 * @param fields of its query or of its form
 */
record InnerPage(String method, String path, Map<String, String> fields) {
  InnerPage {
    fields = Map.copyOf(fields);
  }

  /** By its address, such as {@code /protect/cases?state=open}. */
  static InnerPage get(String address) {
    String[] parts = address.split("\\?", 2);
    Map<String, String> fields = new HashMap<>();
    if (parts.length > 1) {
      for (String one : parts[1].split("&", -1)) {
        String[] field = one.split("=", 2);
        fields.put(field[0], field.length > 1 ? field[1] : "");
      }
    }
    return new InnerPage("GET", parts[0], fields);
  }

  /** Sent with one field. */
  static InnerPage post(String path, String field, String value) {
    return new InnerPage("POST", path, Map.of(field, value));
  }
}
