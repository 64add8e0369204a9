package org.passerelle.prosecute.investigation;

import java.util.Map;

/**
 * Text that somebody wrote in this room. It is stored only after a check that it names no shelter
 * (rule 5).
 */
public interface Worded {
  /** The texts by the names of their fields in the form. */
  Map<String, String> texts();

  /** A single text. */
  record Text(String words) implements Worded {
    @Override
    public Map<String, String> texts() {
      return Map.of("words", words);
    }
  }
}
