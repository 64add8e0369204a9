package org.passerelle.e2e;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Screenings as stored on the server.
 *
 * @param marks marks written into them, as often as they occur
 * @param codes their codes
 */
record Taken(List<String> marks, Set<String> codes) {
  private static final Pattern ROW =
      Pattern.compile("href=\"/protect/screenings/([0-9a-f-]{36})\">([^<]+)</a>");
  private static final Pattern MARK = Pattern.compile("mark-[0-9]{3}");

  /** All of the officer's screenings: codes by identifier. */
  static Map<String, String> all(Client office) {
    Map<String, String> all = new LinkedHashMap<>();
    for (int page = 1; ; page++) {
      Matcher row = ROW.matcher(office.get("/protect/screenings?mine=true&page=" + page).body());
      int before = all.size();
      while (row.find()) {
        all.put(row.group(1), row.group(2));
      }
      if (all.size() == before) {
        return all;
      }
    }
  }

  /** New screenings since, with what was written into them. */
  static Taken without(Client office, Set<String> before) {
    List<String> marks = new ArrayList<>();
    Set<String> codes = new TreeSet<>();
    all(office)
        .forEach(
            (id, code) -> {
              if (!before.contains(id)) {
                codes.add(code);
                Matcher mark =
                    MARK.matcher(office.get("/protect/screenings/" + id + "/answers").body());
                marks.add(mark.find() ? mark.group() : "none in " + id);
              }
            });
    return new Taken(marks.stream().sorted().toList(), codes);
  }
}
