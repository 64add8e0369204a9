package org.passerelle.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One column of a list: each distinct value once, and for each row its number or -1 for none. */
final class CodedColumn {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> values = new ArrayList<>();
  private int[] codes = new int[64];
  private int size;

  void add(String value) {
    if (size == codes.length) {
      codes = Arrays.copyOf(codes, size * 2);
    }
    codes[size++] = value.isEmpty() ? -1 : number(value);
  }

  private int number(String value) {
    Integer known = numbers.putIfAbsent(value, values.size());
    if (known == null) {
      values.add(value);
      return values.size() - 1;
    }
    return known;
  }

  int code(int row) {
    return codes[row];
  }

  /** The value of a row; empty if there is none. */
  String value(int row) {
    return codes[row] < 0 ? "" : values.get(codes[row]);
  }

  List<String> values() {
    return values;
  }

  int size() {
    return size;
  }

  /** Called when the last row is there: what only adding needs is given back. */
  void close() {
    numbers.clear();
    codes = Arrays.copyOf(codes, size);
  }
}
