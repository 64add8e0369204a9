package org.passerelle.mail;

import java.util.regex.Pattern;

/** Recipient addresses of mail. */
public final class MailAddress {
  private static final String PART = "[^\\s@<>,;\"]+";
  private static final Pattern ADDRESS = Pattern.compile(PART + "@" + PART + "\\." + PART);

  private MailAddress() {}

  /** Whether a text is exactly one address. */
  public static boolean is(String text) {
    return ADDRESS.matcher(text).matches();
  }
}
