package org.passerelle.protect.person;

/**
 * How the person can be reached; always encrypted at rest, and never the place where they are
 * sheltered.
 *
 * @param phone telephone or messenger
 * @param address postal address
 * @param agreedChannel agreed arrangement: when, by whom, with which code word
 */
public record Contact(String phone, String address, String agreedChannel) {
  public static final Contact NONE = new Contact("", "", "");
}
