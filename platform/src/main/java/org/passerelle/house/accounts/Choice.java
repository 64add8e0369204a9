package org.passerelle.house.accounts;

/**
 * An option of a list.
 *
 * @param code what is sent
 * @param word what is read
 * @param chosen whether it is the present one
 */
public record Choice(String code, String word, boolean chosen) {}
