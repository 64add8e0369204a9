package org.passerelle.prosecute.exhibit;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of files as they came, made harmless. Pure functions. */
final class FileNames {
  private static final int LONGEST = 120;
  private static final Pattern ENDING = Pattern.compile("\\.([a-z0-9]{1,8})$");

  private FileNames() {}

  /**
   * The last part of a path, without characters that control or reverse writing; never empty, at
   * most 120 characters.
   */
  static String plain(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\"<>:|?*]", "").strip();
    int end = Math.min(clean.length(), LONGEST);
    // not through the middle of a letter of two characters
    if (end < clean.length() && Character.isHighSurrogate(clean.charAt(end - 1))) {
      end--;
    }
    String shortened = clean.substring(0, end);
    return shortened.isBlank() || shortened.matches("\\.+") ? "file" : shortened;
  }

  /** Whether it says that it is a PDF. */
  static boolean isPdf(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".pdf");
  }

  /** The name of a download: the exhibit's number with the file's ending, if it has a plain one. */
  static String download(String number, String name) {
    Matcher ending = ENDING.matcher(name.toLowerCase(Locale.ROOT));
    return ending.find() ? number + "." + ending.group(1) : number;
  }
}
