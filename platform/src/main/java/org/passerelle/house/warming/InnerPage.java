package org.passerelle.house.warming;

import java.util.HashMap;
import java.util.Map;

/**
 * A page that the server requests from itself.
 *
 * @param fields fields of its query or form
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

  /** A form submission with one field. */
  static InnerPage post(String path, String field, String value) {
    return new InnerPage("POST", path, Map.of(field, value));
  }
}
