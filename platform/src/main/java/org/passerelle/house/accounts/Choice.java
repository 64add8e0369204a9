package org.passerelle.house.accounts;

/**
 * An option of a list.
 *
 * @param code value that is sent
 * @param word label that is shown
 * @param chosen whether it is currently selected
 */
public record Choice(String code, String word, boolean chosen) {}
