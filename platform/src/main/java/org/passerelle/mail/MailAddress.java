package org.passerelle.mail;

import java.util.regex.Pattern;

/** Addresses that mail is sent to. */
public final class MailAddress {
  private static final String PART = "[^\\s@<>,;\"]+";
  private static final Pattern ADDRESS = Pattern.compile(PART + "@" + PART + "\\." + PART);

  private MailAddress() {}

  /** Whether a text can be one address and nothing else. */
  public static boolean is(String text) {
    return ADDRESS.matcher(text).matches();
  }
}
