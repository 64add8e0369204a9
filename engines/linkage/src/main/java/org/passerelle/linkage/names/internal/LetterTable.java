package org.passerelle.linkage.names.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something for each letter: a list for the alphabets of the region, a map for all others. */
final class LetterTable<T> {
  private static final int REGION = 0x530;
  private final List<@Nullable T> near = new ArrayList<>();
  private final Map<Character, T> far = new HashMap<>();

  void put(char letter, T value) {
    if (letter < REGION) {
      while (near.size() <= letter) {
        near.add(null);
      }
      near.set(letter, value);
    } else {
      far.put(letter, value);
    }
  }

  @Nullable T get(char letter) {
    if (letter < near.size()) {
      return near.get(letter);
    }
    return letter < REGION ? null : far.get(letter);
  }
}
