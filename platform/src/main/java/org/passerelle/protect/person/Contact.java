package org.passerelle.protect.person;

/**
 * How the person can be reached; always sealed at rest, and not where they are sheltered.
 *
 * @param phone or messenger
 * @param address where letters go
 * @param agreedChannel what was agreed: when, by whom, with which word
 */
public record Contact(String phone, String address, String agreedChannel) {
  /** Nothing known. */
  public static final Contact NONE = new Contact("", "", "");
}
