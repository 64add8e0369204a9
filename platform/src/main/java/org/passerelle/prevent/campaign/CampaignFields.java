package org.passerelle.prevent.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values of a part by field. A field that an earlier revision did not have is empty.
 *
 * @param all values by field
 */
record CampaignFields(Map<String, List<String>> all) {

  List<String> many(String field) {
    return all.getOrDefault(field, List.of());
  }

  String one(String field) {
    return many(field).stream().findFirst().orElse("");
  }

  LocalDate day(String field) {
    return LocalDate.parse(one(field));
  }

  @Nullable LocalDate dayOrNull(String field) {
    return one(field).isEmpty() ? null : day(field);
  }

  static List<String> of(String value) {
    return value.isEmpty() ? List.of() : List.of(value);
  }
}
