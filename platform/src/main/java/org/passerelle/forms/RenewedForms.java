package org.passerelle.forms;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Packaged files that contain only their differences from an earlier version of the form ({@code
 * renews: 1}). They are completed before they are read, so that no other code is affected, and each
 * question's text is written once while every version stays complete.
 */
final class RenewedForms {
  private static final Pattern RENEWS = Pattern.compile("(?m)^renews: (\\d+)$");
  private static final Pattern FORM = Pattern.compile("(?m)^form: (.+)$");
  private static final Pattern VERSION = Pattern.compile("(?m)^version: (\\d+)$");
  private static final String KEY = "renews";

  private RenewedForms() {}

  /**
   * The same files, each complete.
   *
   * @throws IllegalArgumentException if a version that is renewed is not among them
   */
  static Map<String, String> whole(Map<String, String> files) {
    Map<String, String> whole = new HashMap<>(files);
    Map<String, String> versions = new HashMap<>();
    files.values().forEach(text -> versions.putIfAbsent(version(text), text));
    files.forEach(
        (name, text) -> {
          Matcher renews = RENEWS.matcher(text);
          if (renews.find()) {
            Piece file = Piece.read(text);
            whole.put(name, renewed(before(file, renews.group(1), versions), file));
          }
        });
    return whole;
  }

  private static Piece before(Piece file, String version, Map<String, String> versions) {
    String text = versions.get(file.text("form") + "@" + version);
    if (text == null) {
      throw new IllegalArgumentException(
          file.text("form") + " renews version " + version + ", which does not exist.");
    }
    return Piece.read(text);
  }

  /** Form and version that a file says it is, found without reading the whole of it. */
  private static String version(String text) {
    return first(FORM, text) + "@" + first(VERSION, text);
  }

  private static String first(Pattern line, String text) {
    Matcher found = line.matcher(text);
    return found.find() ? found.group(1) : "";
  }

  private static String renewed(Piece before, Piece file) {
    Map<String, Object> entries = new LinkedHashMap<>(before.entries());
    entries.putAll(file.entries());
    entries.remove(KEY);
    return new Piece(entries).write();
  }
}
