package org.passerelle.linkage.names.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The keys beside a key, on the keyboards of the region. */
public final class Keyboards {
  private final Map<Character, List<Character>> beside = new HashMap<>();

  /** From the part of the file of errors that lists their rows. */
  public Keyboards(RuleFile file) {
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

  /** The keys beside one, in small letters; none where no key is known. */
  public List<Character> beside(char letter) {
    return beside.getOrDefault(Character.toLowerCase(letter), List.of());
  }
}
