package org.passerelle.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The texts of all definitions in use, so that a new one can be checked in their context.
 * Thread-safe.
 */
final class FormTexts {
  private volatile Map<String, String> files;
  private volatile @Nullable FormFiles read;

  FormTexts(Map<String, String> files) {
    this.files = Map.copyOf(files);
  }

  /** The parsed texts, cached. */
  FormFiles read() {
    FormFiles before = read;
    if (before != null) {
      return before;
    }
    FormFiles now = FormFiles.of(files, new ArrayList<>());
    read = now;
    return now;
  }

  /** The file name of an imported version. */
  static String name(String form, int version) {
    return "imported " + form + "@" + version;
  }

  Map<String, String> all() {
    return files;
  }

  /** All texts and one more. */
  Map<String, String> with(String name, String text) {
    Map<String, String> more = new HashMap<>(files);
    more.put(name, text);
    return more;
  }

  void add(String name, String text) {
    files = Map.copyOf(with(name, text));
    read = null;
  }
}
