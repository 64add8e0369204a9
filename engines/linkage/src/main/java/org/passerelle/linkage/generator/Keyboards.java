package org.passerelle.linkage.generator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.linkage.names.internal.RuleFile;

/** The keys beside a key, on the keyboards of the region. */
final class Keyboards {
  private final Map<Character, List<Character>> beside = new HashMap<>();

  Keyboards(RuleFile file) {
    for (Object script : file.values().keySet()) {
      for (List<String> rows : file.part(script.toString()).lists().values()) {
        for (int r = 0; r < rows.size(); r++) {
          row(rows.get(r), r + 1 < rows.size() ? rows.get(r + 1) : "");
        }
      }
    }
  }

  private void row(String row, String below) {
    for (int i = 0; i < row.length(); i++) {
      if (i + 1 < row.length()) {
        add(row.charAt(i), row.charAt(i + 1));
      }
      if (i < below.length()) {
        add(row.charAt(i), below.charAt(i));
      }
    }
  }

  private void add(char a, char b) {
    beside.computeIfAbsent(a, k -> new ArrayList<>()).add(b);
    beside.computeIfAbsent(b, k -> new ArrayList<>()).add(a);
  }

  /** The letter that a finger meets instead; the same where no key is known. */
  char slipped(char letter, Draw draw) {
    char small = Character.toLowerCase(letter);
    List<Character> keys = beside.getOrDefault(small, List.of());
    if (keys.isEmpty()) {
      return letter;
    }
    char met = draw.of(keys);
    return small == letter ? met : Character.toUpperCase(met);
  }
}
